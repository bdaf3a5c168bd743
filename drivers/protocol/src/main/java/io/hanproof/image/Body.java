package io.hanproof.image;

import io.hanproof.octets.Octets;

/** What follows the header, as far as total image size and file reach. Offsets count from the file's first octet. */
record Body(Octets file, int magic, OtaHeader header) {
    int start() {
        return magic + header.bodyOffset();
    }

    int end() {
        return (int) Math.min(file.length(), magic + header.totalImageSize());
    }

    /** Octets of the file beyond the image; negative when the file ends before the image does. */
    long surplus() {
        return file.length() - (magic + header.totalImageSize());
    }

    boolean isThere() {
        return start() <= end();
    }

    /** True when header and image are there to the last octet. */
    boolean isWhole() {
        return isThere() && surplus() >= 0;
    }

    Octets served() {
        return file.slice(magic, (int) header.totalImageSize());
    }
}
