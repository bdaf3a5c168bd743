package io.hanproof.image;

/** The sub-element tags that the OTA Upgrade cluster defines; 0xF000 and above are the manufacturers'. */
public enum SubElementTag {
    UPGRADE_IMAGE(0x0000),
    /** Signer's EUI-64 and signature of cryptographic suite 1: 50 octets. */
    ECDSA_SIGNATURE_1(0x0001),
    /** Signer's certificate of cryptographic suite 1: 48 octets. */
    ECDSA_CERTIFICATE_1(0x0002),
    /** {@link ImageIntegrityCode}: 16 octets. */
    IMAGE_INTEGRITY_CODE(0x0003),
    PICTURE(0x0004),
    /** Signer's EUI-64 and signature of cryptographic suite 2: 80 octets. */
    ECDSA_SIGNATURE_2(0x0005),
    /** Signer's certificate of cryptographic suite 2: 74 octets. */
    ECDSA_CERTIFICATE_2(0x0006);

    private static final int FIRST_MANUFACTURERS_OWN = 0xF000;

    private final int value;

    SubElementTag(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }

    static boolean isReserved(int tag) {
        return tag > ECDSA_CERTIFICATE_2.value && tag < FIRST_MANUFACTURERS_OWN;
    }
}
