package io.hanproof.steps.monitor;

import io.hanproof.lab.Cursor;
import io.hanproof.lab.Entry;
import io.hanproof.octets.Decoded;
import io.hanproof.zcl.AttributeValue;
import io.hanproof.zcl.Cluster;
import io.hanproof.zcl.GlobalCommand;
import io.hanproof.zcl.ReadAttributesResponse;
import io.hanproof.zcl.ZclHeader;
import io.hanproof.zcl.ota.OtaAttribute;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import java.util.Optional;

/** One pass over a recording, past all watches at once. */
final class Pass {
    private static final int FRAME_TYPE = 0b11;

    private final Cursor cursor;
    private final OtaFrame ota;
    private final Watch[] watches;

    /** A device that does not tell CurrentFileVersion is taken at the word of its queries. */
    private boolean refusesReads;

    Pass(Cursor cursor, Watch[] watches) {
        this.cursor = cursor;
        this.ota = new OtaFrame(cursor);
        this.watches = watches;
    }

    void over() {
        while (cursor.next()) {
            if (cursor.isFrame()) {
                frame();
            } else {
                other(cursor.entry());
            }
        }
    }

    private void frame() {
        ota.moved();
        boolean isOta = ota.command() != OtaFrame.NONE;
        for (Watch watch : watches) {
            watch.frame(cursor);
            if (isOta) {
                watch.ota(ota);
            }
        }
        if (ota.command() == QueryNextImageRequest.ID && refusesReads) {
            says(ota.fileVersion());
        } else if (!isOta && cursor.cluster() == Cluster.OTA.id()) {
            attributes();
        }
    }

    private void attributes() {
        if (cursor.zclLength() == 0 || (cursor.u8(0) & FRAME_TYPE) != 0) {
            return;
        }
        var zcl = cursor.zcl();
        if (ZclHeader.read(zcl) instanceof Decoded.Value<ZclHeader>(var header)
                && GlobalCommand.read(header, zcl) instanceof Decoded.Value<GlobalCommand>(var command)
                && command instanceof ReadAttributesResponse response) {
            Optional<AttributeValue> told = response.value(OtaAttribute.CURRENT_FILE_VERSION.id());
            if (told.isPresent() && told.get() instanceof AttributeValue.Number(var type, long version)) {
                says(version);
            } else {
                refusesReads = refusesReads || refuses(response);
            }
        }
    }

    private static boolean refuses(ReadAttributesResponse response) {
        return response.answers().stream().anyMatch(it -> it.attributeId() == OtaAttribute.CURRENT_FILE_VERSION.id());
    }

    private void says(long version) {
        for (Watch watch : watches) {
            watch.says(cursor.source(), version, cursor.nanos(), cursor.number());
        }
    }

    private void other(Entry entry) {
        for (Watch watch : watches) {
            switch (entry) {
                case Entry.Power power -> watch.power(power.node(), power.on());
                case Entry.Wan wan -> watch.wan(wan.message(), wan.number());
                case Entry.RecordedDelivery delivery -> watch.delivered(delivery);
                case Entry.User user -> watch.user(user);
                case Entry.Frame frame ->
                    throw new IllegalStateException("frames are looked at without making objects");
            }
        }
    }
}
