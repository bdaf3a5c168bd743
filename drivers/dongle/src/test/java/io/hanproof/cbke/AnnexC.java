package io.hanproof.cbke;

import io.hanproof.octets.Eui64;
import io.hanproof.octets.Octets;
import java.util.List;

/** The worked examples of ZigBee Smart Energy 1.4, annex C: C.5 for suite 1, C.6 for suite 2. */
record AnnexC(
        Suite suite,
        Octets authorityKey,
        Device initiator,
        Device responder,
        Octets secret,
        Octets macKey,
        Octets linkKey) {
    static final AnnexC C5 = new AnnexC(
            Suite.SUITE_1,
            Octets.hex("0200FDE8A7F3D1084224962A4E7C54E69AC3F04DA6B8"),
            new Device(
                    "0000000000000002",
                    "020615E07D30ECA2DAD58002E667D94BC1B422398307 "
                            + "0000000000000002 5445535453454341 01090006000000000000",
                    "01E9DDB5580CF72ECE7F215F0AE594E48DF3E7FEE8",
                    "03025BBA38D0C7B5436B68DF728F093E7A1D6C437E6D",
                    "0013D36DE4B1EA8E22739C381370823F404BFF8862",
                    "0300E117C86D0E7CD128B2F34E9076CFF24AF46D7288",
                    "B82F1F9774740C32F80FCFC3921B6420"),
            new Device(
                    "0000000000000001",
                    "03045FDFC8D85FFB8B3993CB72DDCAA55F00B3E87D6D "
                            + "0000000000000001 5445535453454341 01090006000000000000",
                    "00B8A900FCADEBABBFA383B540FCE9ED438395EAA7",
                    "030290A1F5C08DAD5F2945E335620C7A98FAC46666A1",
                    "03D48C7210DDBCC4FB2E5E7A0AA16A0DB89540820B",
                    "0306AB52062201D995B8B8591F3F086A3A2E214D845E",
                    "79D5F2AD1C31D4D1EE7CB719AC683C3C"),
            Octets.hex("00E0D2C3CCD5C106A89C4F6CC26A5F7EC9DF78A7BE"),
            Octets.hex("90F967B22C8357C10C1C04788DE9E848"),
            Octets.hex("86D58AAA998E2FAEFAF9FEF49606543A"));

    static final AnnexC C6 = new AnnexC(
            Suite.SUITE_2,
            Octets.hex("0207A445022D9F39F49BDC38380026A27A9E0A1799313AB28C5C1A1C6B605154DB1DFF6752"),
            new Device(
                    "0A0B0C0D0E0F1012",
                    "00 84A933B37F018DEC 0D 08 1112131415161718 005292A38A FFFFFFFF 0A0B0C0D0E0F1012 88"
                            + "03076277E2F7E2252B16A0E92B6E8771BB3F207946CBD4A45D9A9DF6EDAB8C796A48E89DEC",
                    "00F2561ADB39EF49C1D62EF5186C6E0C158A5A45BFCE38660931ACC3694592D5ACDE9006",
                    "03030E56F7ADE866E76372764BA20A9FF1FE4CAE522F94839E70F2ADFC1CA3E97F4DDCAF2E",
                    "0013D36DE4B1EA8E22739C381370823F404BFF8862B521FECA9871FB3691846D361304B4",
                    "0305F3394E15680660EECAA36788D9B6F312B971CE2C9617570BF7DFCD21C972017762C332",
                    "BF7E1A26D4EF7038B56813E465A131C9"),
            new Device(
                    "0A0B0C0D0E0F1011",
                    "00 2622A505E8938F27 0D 08 1112131415161718 005292A35B FFFFFFFF 0A0B0C0D0E0F1011 88"
                            + "0303B4E9DC543A64333C982308022B54E67E2F15F532551B0A11E2E2C1C1D3097A4324E7ED",
                    "0151CD0DBCB80474BF7AC9FEEBE39C7A32A63518938FCA9754AAE132BC9C73BE94A7E1BE",
                    "0202F4FA2A3040433C6820299D182A1042E41404E337C57F47716B42DFAF970F1580A04C9B",
                    "03D48C7210DDBCC4FB2E5E7A0AA16A0DB89540820B8DC091AB521EA824AFE117CADE995B",
                    "03009A5131CF5B92A016378C0F7F284ECD47F94010F875D43BF1E9A65474ADBFC63696A930",
                    "C5B432A9995A092F4449F83613930064"),
            Octets.hex("04F7724A9A77B21D2747CCEF68A457E45246C4BE9F66FD9425227BCB2CC5180EA9CCCB9A"),
            Octets.hex("ED380A00296600FB6B893025DE5FD137"),
            Octets.hex("AA4689C70BE0FAF0C9BE534ABD9F4CDC"));

    static List<AnnexC> examples() {
        return List.of(C5, C6);
    }

    DeviceCertificate certificate(Device device) {
        return DeviceCertificate.read(
                "CA Pub Key: %s Device Implicit Cert: %s Device Private Key: %s"
                        .formatted(authorityKey.hex(), device.certificate, device.privateKey),
                "annex C");
    }

    PrivateKey privateKey(Device device) {
        return new PrivateKey(suite, Curve.number(Octets.hex(device.privateKey)));
    }

    /** One of them is above the curve's order, which the annex does not mind: this is the key that it stands for. */
    PrivateKey ephemeralKey(Device device) {
        var number = Curve.number(Octets.hex(device.ephemeralPrivateKey));
        return new PrivateKey(suite, number.mod(suite.curve().order()));
    }

    record Device(
            String address,
            String certificate,
            String privateKey,
            String publicKey,
            String ephemeralPrivateKey,
            String ephemeralPublicKey,
            String mac) {
        Eui64 node() {
            return Eui64.parse(address);
        }
    }
}
