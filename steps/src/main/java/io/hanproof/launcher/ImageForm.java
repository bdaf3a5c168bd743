package io.hanproof.launcher;

import io.hanproof.image.Form;
import io.hanproof.image.ImageFile;
import io.hanproof.image.ImageInspection;
import io.hanproof.image.OtaImage;
import io.hanproof.image.Recipient;
import io.hanproof.octets.Octets;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** How an image file is to be read. */
final class ImageForm {
    @Option(names = "--form", paramLabel = "zigbee|gb", description = "What follows the header. Default: zigbee.")
    String form = "zigbee";

    @Option(
            names = "--for",
            paramLabel = "display|meter",
            description = "Whose image of form gb it is: that of a meter or an HCALCS ends in the supplier's"
                    + " signature. Default: display.")
    String recipient = "display";

    ImageInspection inspect(Octets file) {
        return ImageFile.inspect(file, ImageText.form(form), recipient());
    }

    /** An image that all octets are there of, whatever else is wrong with it. */
    OtaImage whole(Path file) {
        ImageInspection inspection = inspect(ImageText.read(file));
        Recipient expected = recipient();
        return inspection
                .image()
                .filter(it -> expected == Recipient.DISPLAY || it.signature().isPresent())
                .orElseThrow(() -> new UsageFault("%s is no whole image of form %s: %s"
                        .formatted(file, form, inspection.findings().getFirst().message())));
    }

    Recipient recipient() {
        return switch (recipient) {
            case "display" -> Recipient.DISPLAY;
            case "meter" -> {
                if (ImageText.form(form) != Form.GB) {
                    throw new UsageFault("--for meter needs --form gb: the ZigBee form has no signature trailer");
                }
                yield Recipient.METER;
            }
            default -> throw new UsageFault("--for needs display or meter, found " + recipient);
        };
    }
}
