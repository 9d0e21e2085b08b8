package org.jingzhun.client.kotlin

import com.fasterxml.jackson.databind.ObjectMapper
import java.lang.reflect.Type
import java.time.OffsetDateTime
import java.time.format.DateTimeFormatter
import retrofit2.Converter
import retrofit2.Retrofit
import retrofit2.converter.jackson.JacksonConverterFactory
import retrofit2.converter.scalars.ScalarsConverterFactory

/**
 * The `converterFactories` of an `ApiClient`. Those of its own would leave the seconds of a full minute out of a time, without
 * which the services do not take it.
 *
 * @param mapper `Serializer.jacksonObjectMapper` of the same service
 */
fun converters(mapper: ObjectMapper): List<Converter.Factory> =
    listOf(Times, ScalarsConverterFactory.create(), JacksonConverterFactory.create(mapper))

private object Times : Converter.Factory() {

    override fun stringConverter(type: Type, annotations: Array<Annotation>, retrofit: Retrofit): Converter<*, String>? =
        if (type == OffsetDateTime::class.java) {
            Converter<OffsetDateTime, String> { time -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time) }
        } else {
            null
        }
}
