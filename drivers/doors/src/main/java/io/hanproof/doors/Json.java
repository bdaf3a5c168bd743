package io.hanproof.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** One JSON object as octets of UTF-8, read strictly: nothing after it, and no field twice. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A message of that type; the other fields follow it. */
    static ObjectNode message(String type) {
        return object().put("type", type);
    }

    static byte[] octets(ObjectNode object) {
        try {
            return MAPPER.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }

    /** @throws BadInput on field "" when it is no JSON object in UTF-8 */
    static Fields read(ByteBuffer octets) {
        try {
            // decoded here, or the parser would guess at other encodings
            var text = StandardCharsets.UTF_8.newDecoder().decode(octets);
            JsonNode read = MAPPER.readTree(text.toString());
            if (read instanceof ObjectNode object) {
                return new Fields(object, "");
            }
            throw new BadInput("", "not a JSON object");
        } catch (CharacterCodingException e) {
            throw new BadInput("", "not UTF-8");
        } catch (JsonProcessingException e) {
            throw new BadInput("", "not a JSON object: " + firstLine(e.getOriginalMessage()));
        }
    }

    private static String firstLine(String message) {
        return Fields.excerpt(message.lines().findFirst().orElse(""));
    }
}
