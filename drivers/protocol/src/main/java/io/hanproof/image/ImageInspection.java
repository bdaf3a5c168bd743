package io.hanproof.image;

import io.hanproof.octets.Octets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All that could be read of a file, and all that is wrong with it.
 *
 * @param file the octets inspected
 * @param magicOffset where the file identifier stands; empty when it is nowhere
 * @param header empty when the file ends within the header's fixed fields
 * @param elements the sub-elements in file order, an overrunning one last; none in the GB form
 * @param findings what is wrong, in the order it was come upon; none when the file is flawless
 * @param image the image when every octet of it is there, whatever else is wrong
 */
public record ImageInspection(
        Octets file,
        OptionalInt magicOffset,
        Optional<OtaHeader> header,
        List<SubElement> elements,
        List<Finding> findings,
        Optional<OtaImage> image) {
    public ImageInspection {
        elements = List.copyOf(elements);
        findings = List.copyOf(findings);
    }
}
