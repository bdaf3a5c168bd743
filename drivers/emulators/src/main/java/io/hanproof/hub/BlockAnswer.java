package io.hanproof.hub;

import io.hanproof.zcl.ota.ImageBlockResponse;
import java.time.Instant;
import java.util.List;

/** What a script answers in place of a block: another answer, several, or none. */
@FunctionalInterface
public interface BlockAnswer {
    List<ImageBlockResponse> to(ImageBlockResponse.Success block, Instant now);
}
