package org.jingzhun.identification.scorecard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jingzhun.identification.scorecard.scoring.DraftCategory;

/**
 * Categories and items as the text that is stored. It is made by a writer of its own, so that no setting of the
 * service's JSON changes a digest.
 */
record CardContent(String text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<DraftCategory>> CATEGORIES = new TypeReference<>() {};

    static CardContent of(List<DraftCategory> categories) {
        try {
            return new CardContent(JSON.writeValueAsString(categories));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("categories must be writable as JSON", impossible);
        }
    }

    List<DraftCategory> categories() {
        try {
            return JSON.readValue(text, CATEGORIES);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("the stored content of a scorecard must be readable", foreign);
        }
    }

    byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    String hex() {
        return HexFormat.of().formatHex(sha256());
    }
}
