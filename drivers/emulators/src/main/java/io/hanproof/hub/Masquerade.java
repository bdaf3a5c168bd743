package io.hanproof.hub;

import static io.hanproof.hub.HubChanges.hears;
import static io.hanproof.hub.HubChanges.says;

import io.hanproof.lab.Machine.Mutation;
import io.hanproof.zcl.ota.ImageBlockRequest;
import io.hanproof.zcl.ota.ImageBlockResponse;
import io.hanproof.zcl.ota.ImageId;
import io.hanproof.zcl.ota.ImagePageRequest;
import io.hanproof.zcl.ota.QueryNextImageRequest;
import io.hanproof.zcl.ota.QueryNextImageResponse;
import io.hanproof.zcl.ota.UpgradeEndRequest;
import io.hanproof.zcl.ota.UpgradeEndResponse;
import java.util.function.UnaryOperator;

/**
 * Images that go by another identity on the HAN than in their headers: put on in what the hub says, taken off in what
 * it hears.
 */
record Masquerade(UnaryOperator<ImageId> mask) {

    Mutation<HubState, HubEvent, HubEffect> script() {
        return HubScripts.all(
                hears(QueryNextImageRequest.class, this::unmasked),
                hears(ImageBlockRequest.class, this::unmasked),
                hears(ImagePageRequest.class, this::unmasked),
                hears(
                        UpgradeEndRequest.class,
                        (it, from, state) -> new UpgradeEndRequest(it.status(), held(it.image(), state))),
                says(
                        QueryNextImageResponse.Success.class,
                        it -> new QueryNextImageResponse.Success(mask.apply(it.image()), it.imageSize())),
                says(
                        ImageBlockResponse.Success.class,
                        it -> new ImageBlockResponse.Success(mask.apply(it.image()), it.fileOffset(), it.data())),
                says(
                        UpgradeEndResponse.class,
                        it -> new UpgradeEndResponse(mask.apply(it.image()), it.currentTime(), it.upgradeTime())));
    }

    /** Whoever asks for what the mask looks like is taken to ask for what is behind it. */
    private QueryNextImageRequest unmasked(QueryNextImageRequest query, Peer from, HubState state) {
        for (var image : state.images()) {
            var masked = mask.apply(image.id());
            if (image.indexOf(from.address()) != HeldImage.NONE
                    && masked.manufacturerCode() == query.running().manufacturerCode()
                    && masked.imageType() == query.running().imageType()) {
                return new QueryNextImageRequest(
                        image.id().withFileVersion(query.running().fileVersion()), query.hardware());
            }
        }
        return query;
    }

    private ImageBlockRequest unmasked(ImageBlockRequest request, Peer from, HubState state) {
        return new ImageBlockRequest(
                held(request.image(), state),
                request.fileOffset(),
                request.maximumDataSize(),
                request.requestNodeAddress(),
                request.minimumBlockPeriod());
    }

    private ImagePageRequest unmasked(ImagePageRequest request, Peer from, HubState state) {
        return new ImagePageRequest(
                held(request.image(), state),
                request.fileOffset(),
                request.maximumDataSize(),
                request.pageSize(),
                request.responseSpacing(),
                request.requestNodeAddress());
    }

    private ImageId held(ImageId asked, HubState state) {
        for (var image : state.images()) {
            if (mask.apply(image.id()).equals(asked)) {
                return image.id();
            }
        }
        return asked;
    }
}
