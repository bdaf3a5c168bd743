package io.hanproof.hub;

import io.hanproof.lab.WanMessage.ImageResponseCode;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.profile.Baseline;
import io.hanproof.profile.Policies;
import io.hanproof.profile.Policy;
import java.time.Duration;
import java.util.Optional;

/**
 * The readings that a hub follows, looked up once.
 *
 * @param esmeOnly images of displays and switches may use the ESME's block only
 * @param expiry how old an image has to be to be overwritten for its age alone; empty when age is no reason
 * @param removal how long after its arrival an image is removed that nobody has begun to fetch; empty when never
 * @param failureCovers whether a failed transfer is the end of it for a device
 * @param hubIssued whether the hub gives the order to activate when the time comes
 * @param hardwareNeeded whether a query without a hardware version gets nothing
 * @param newerOnly whether an equal or older version is never offered
 * @param alertAtActivation whether the success of a transfer is told at the activation time
 * @param readBackDelay how long after the activation time the version is read; empty when it is not
 * @param readsModels whether the hub knows the command that asks for a device's model
 * @param reportsQueries whether the version that a device names in a query is reported when it is new
 * @param activationInImage whether a display's image carries its activation date-time
 * @param lost the imageResponseCode for an image that was removed before a device took it
 */
record HubRules(
        Overwrite overwrite,
        boolean esmeOnly,
        boolean oneAtATime,
        Optional<Duration> expiry,
        Optional<Duration> removal,
        boolean failureCovers,
        boolean hubIssued,
        boolean hardwareNeeded,
        boolean newerOnly,
        boolean alertAtActivation,
        Optional<Duration> readBackDelay,
        boolean readsModels,
        boolean reportsQueries,
        boolean activationInImage,
        ImageResponseCode lost) {

    /** Who may replace whose image. */
    enum Overwrite {
        ANNEX_A,
        WORKING_GROUP,
        PIA
    }

    static HubRules of(Policies policies, Baseline baseline) {
        boolean year2019 = baseline == Baseline.BASELINE_2019;
        boolean removes = policies.is(Policy.IMAGE_EXPIRY, "removed-after-two-days");
        boolean readsBack = year2019 && policies.is(Policy.ACTIVATION_NOTICE, "read-back");
        return new HubRules(
                overwrite(policies.value(Policy.OVERWRITE)),
                policies.is(Policy.MEMORY_BLOCKS, "esme-only"),
                policies.is(Policy.PARALLEL, "one-at-a-time"),
                policies.is(Policy.IMAGE_EXPIRY, "none") || removes
                        ? Optional.empty()
                        : Optional.of(policies.duration(Policy.IMAGE_EXPIRY)),
                removes ? Optional.of(Duration.ofDays(2)) : Optional.empty(),
                policies.is(Policy.FAILED_TRANSFER, "discard"),
                policies.is(Policy.ACTIVATION_ORDER, "hub-issued"),
                policies.is(Policy.HARDWARE_VERSION, "mandatory"),
                policies.is(Policy.OFFER, "newer"),
                policies.is(Policy.TRANSFER_ALERT, "at-activation"),
                readsBack ? Optional.of(policies.duration(Policy.READ_BACK_DELAY)) : Optional.empty(),
                year2019,
                policies.is(Policy.REPORTING, "query-next-image"),
                year2019,
                year2019 ? ImageResponseCode.FILE_TRANSFER_FAILURE : ImageResponseCode.IMAGE_DISCARDED);
    }

    /** Whether the device activates by the OTA exchange, and not on a command of its supplier's. */
    static boolean activatesByOta(UseCase useCase) {
        return useCase == UseCase.CS05C;
    }

    /** Whether nothing more will come of this device and this image. */
    boolean covers(Target target) {
        return target.isSettled() || (failureCovers && target.progress() instanceof Progress.Failed);
    }

    boolean covers(HeldImage image) {
        for (var each : image.targets()) {
            if (!covers(each)) {
                return false;
            }
        }
        return true;
    }

    private static Overwrite overwrite(String value) {
        return switch (value) {
            case "annex-a" -> Overwrite.ANNEX_A;
            case "working-group" -> Overwrite.WORKING_GROUP;
            case "pia" -> Overwrite.PIA;
            default -> throw new IllegalArgumentException("no rule for overwrite=" + value);
        };
    }
}
