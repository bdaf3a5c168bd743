package io.hanproof.image;

import io.hanproof.octets.Octets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Walks from sub-element to sub-element, reading six octets of each. */
final class ElementWalk {
    /** As many as a message may list and still be read. */
    private static final int LISTED = 8;

    private final Body body;
    private final Findings findings;
    private final List<SubElement> elements = new ArrayList<>();

    ElementWalk(Body body, Findings findings) {
        this.body = body;
        this.findings = findings;
    }

    List<SubElement> elements() {
        walk();
        checkTags();
        checkUpgradeImages();
        return elements;
    }

    private void walk() {
        Octets file = body.file();
        int at = body.start();
        int left = body.end() - at;
        while (left >= SubElement.HEADER_LENGTH) {
            int tag = file.u16(at);
            long length = file.u32(at + 2);
            left -= SubElement.HEADER_LENGTH;
            int present = (int) Math.min(length, left);
            elements.add(new SubElement(tag, length, at + SubElement.HEADER_LENGTH - body.magic(), present));
            if (present < length) {
                findings.add(
                        FindingCode.ELEMENT_OVERRUN,
                        "sub-element " + Hex.u16(tag),
                        length + " octets of data",
                        at,
                        left + " left");
            }
            at += SubElement.HEADER_LENGTH + present;
            left -= present;
        }
        if (left > 0) {
            String need = SubElement.HEADER_LENGTH + " octets";
            findings.add(FindingCode.DANGLING_TAIL, "sub-element header", need, at, left + " left");
        }
    }

    private void checkTags() {
        List<SubElement> reserved = elements.stream()
                .filter(it -> SubElementTag.isReserved(it.tag()))
                .toList();
        if (!reserved.isEmpty()) {
            findings.add(
                    FindingCode.RESERVED_TAG,
                    "sub-element tag",
                    "0x0000 to 0x0006 or 0xF000 to 0xFFFF",
                    body.magic() + reserved.getFirst().start(),
                    "found " + tags(reserved));
        }
    }

    private void checkUpgradeImages() {
        List<SubElement> images = elements.stream()
                .filter(it -> it.is(SubElementTag.UPGRADE_IMAGE))
                .limit(2)
                .toList();
        if (images.isEmpty()) {
            String found = elements.isEmpty() ? "found no sub-element" : "found " + tags(elements);
            findings.add(FindingCode.NO_UPGRADE_IMAGE, "sub-elements", "Upgrade Image 0x0000", body.start(), found);
        } else if (images.size() > 1) {
            findings.add(
                    FindingCode.DUPLICATE_UPGRADE_IMAGE,
                    "Upgrade Image",
                    "to be the only one",
                    body.magic() + images.getLast().start(),
                    "found another at offset "
                            + (body.magic() + images.getFirst().start()));
        }
    }

    private static String tags(List<SubElement> elements) {
        int[] distinct = elements.stream()
                .mapToInt(SubElement::tag)
                .distinct()
                .limit(LISTED + 1L)
                .toArray();
        var listed = new StringJoiner(", ");
        for (int i = 0; i < Math.min(distinct.length, LISTED); i++) {
            listed.add(Hex.u16(distinct[i]));
        }
        return distinct.length > LISTED ? listed + " and more" : listed.toString();
    }
}
