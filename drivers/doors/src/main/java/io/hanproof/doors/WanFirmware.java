package io.hanproof.doors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hanproof.image.ActivationDateTime;
import io.hanproof.image.Form;
import io.hanproof.image.ImageFile;
import io.hanproof.image.OtaImage;
import io.hanproof.lab.WanMessage.FirmwareDelivery;
import io.hanproof.lab.WanMessage.UseCase;
import io.hanproof.octets.Octets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * An image for a hub as the WAN door carries it.
 *
 * @param activation as it stands in the image under the 2019 baseline; absent under that of 2020, and for CS05b
 */
record WanFirmware(FirmwareDelivery delivery, Optional<ActivationDateTime> activation) {
    private static final String NOW = "0";

    /** The activation date-time that a display's image carries, if it carries one that can be found. */
    static Optional<ActivationDateTime> activationIn(FirmwareDelivery delivery) {
        return delivery.useCase() == UseCase.CS05B
                ? Optional.empty()
                : ImageFile.inspect(delivery.upgradeImage(), Form.GB).image().flatMap(OtaImage::activation);
    }

    static WanFirmware read(Fields in) {
        var useCase = switch (in.text("useCase")) {
            case "CS05b" -> UseCase.CS05B;
            case "CS05c" -> UseCase.CS05C;
            case String other ->
                throw in.bad("useCase", "needs \"CS05b\" or \"CS05c\", found " + Fields.excerpt(other));
        };
        var targets =
                in.texts("targets").stream().map(it -> in.eui64("targets", it)).toList();
        if (targets.isEmpty()) {
            throw in.bad("targets", "needs at least one device, found none");
        }
        var delivery = new FirmwareDelivery(useCase, image(in), targets);
        var activation = activation(in, useCase);
        if (!activation.equals(activationIn(delivery))) {
            throw in.bad(
                    "activation",
                    "needs the date-time in the image, %s, found %s"
                            .formatted(words(activationIn(delivery)), words(activation)));
        }
        return new WanFirmware(delivery, activation);
    }

    private static Octets image(Fields in) {
        try {
            return Octets.copyOf(Base64.getDecoder().decode(in.text("image")));
        } catch (IllegalArgumentException e) {
            throw in.bad("image", "is not base64");
        }
    }

    private static Optional<ActivationDateTime> activation(Fields in, UseCase useCase) {
        if (!in.has("activation")) {
            return Optional.empty();
        }
        if (useCase == UseCase.CS05B) {
            throw in.bad("activation", "is absent for CS05b");
        }
        if (in.text("activation").equals(NOW)) {
            return Optional.of(ActivationDateTime.NOW);
        }
        try {
            return Optional.of(ActivationDateTime.at(in.instant("activation")));
        } catch (IllegalArgumentException e) {
            throw in.bad("activation", "is no UTCTime: " + in.text("activation"));
        }
    }

    private static String words(Optional<ActivationDateTime> activation) {
        return activation.map(WanFirmware::word).orElse("none");
    }

    private static String word(ActivationDateTime activation) {
        return activation.instant().map(Instants::write).orElse(NOW);
    }

    ObjectNode json() {
        var out = Json.object()
                .put("useCase", delivery.useCase() == UseCase.CS05B ? "CS05b" : "CS05c")
                .put(
                        "image",
                        Base64.getEncoder()
                                .encodeToString(delivery.upgradeImage().toArray()));
        var targets = out.putArray("targets");
        List.copyOf(delivery.targets()).forEach(it -> targets.add(it.toString()));
        activation.ifPresent(it -> out.put("activation", word(it)));
        return out;
    }
}
