package org.jingzhun.identification.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Forms of visits as they are stored: JSON, and nothing for a visit without. */
@Converter
public class VisitFormText implements AttributeConverter<VisitForm, String> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable VisitForm form) {
        return form == null ? null : text(form);
    }

    @Override
    public @Nullable VisitForm convertToEntityAttribute(@Nullable String text) {
        try {
            return text == null ? null : JSON.readValue(text, VisitForm.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a stored form must be readable", failure);
        }
    }

    private static String text(VisitForm form) {
        try {
            return JSON.writeValueAsString(form);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("a form must be writable", failure);
        }
    }
}
