package org.jingzhun.client.kotlin

import com.sun.net.httpserver.HttpServer
import java.net.InetAddress
import java.net.InetSocketAddress
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.util.UUID
import kotlinx.coroutines.runBlocking
import okhttp3.MediaType.Companion.toMediaType
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody
import org.assertj.core.api.Assertions.assertThat
import org.jingzhun.client.kotlin.funding.api.ImportsApi
import org.jingzhun.client.kotlin.identification.api.AuditApi
import org.jingzhun.client.kotlin.identification.api.HouseholdsApi
import org.jingzhun.client.kotlin.identification.api.MonitoringApi
import org.jingzhun.client.kotlin.identification.api.RegisterApi
import org.jingzhun.client.kotlin.identification.model.MonitoringLeadBody
import org.jingzhun.client.kotlin.identification.model.MonitoringLeadSource
import org.jingzhun.client.kotlin.identification.model.MonitoringRisk
import org.jingzhun.client.kotlin.identification.model.Problem
import org.jingzhun.client.kotlin.identification.model.RegisterRow
import org.jingzhun.client.kotlin.identification.model.Status
import org.jingzhun.client.kotlin.pairing.api.PhotosApi
import org.jingzhun.client.kotlin.pairing.api.SubscriptionsApi
import org.jingzhun.client.kotlin.pairing.api.SynchronisationApi
import org.jingzhun.client.kotlin.pairing.model.SyncBody
import org.jingzhun.client.kotlin.pairing.model.SyncChange
import org.jingzhun.client.kotlin.pairing.model.SyncChangeKind
import org.jingzhun.client.kotlin.pairing.model.SyncOutcome
import org.jingzhun.client.kotlin.pairing.model.VisitBody
import org.jingzhun.client.kotlin.pairing.model.WebhookSubscriptionBody
import org.jingzhun.client.kotlin.pairing.model.WebhookSubscriptionState
import org.jingzhun.client.kotlin.pairing.model.WebhookSubscriptionWanted
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Test
import org.jingzhun.client.kotlin.funding.auth.HttpBearerAuth as FundingToken
import org.jingzhun.client.kotlin.funding.infrastructure.ApiClient as Funding
import org.jingzhun.client.kotlin.funding.infrastructure.Serializer as FundingJson
import org.jingzhun.client.kotlin.identification.auth.HttpBearerAuth as IdentificationToken
import org.jingzhun.client.kotlin.identification.infrastructure.ApiClient as Identification
import org.jingzhun.client.kotlin.identification.infrastructure.Serializer as IdentificationJson
import org.jingzhun.client.kotlin.pairing.auth.HttpBearerAuth as PairingToken
import org.jingzhun.client.kotlin.pairing.infrastructure.ApiClient as Pairing
import org.jingzhun.client.kotlin.pairing.infrastructure.Serializer as PairingJson

/** What the clients send, and what they make of answers as the services give them. */
class ClientsTest {

    private class Seen(val method: String, val uri: String, val headers: Map<String, List<String>>, val body: ByteArray) {
        fun header(name: String): String? = headers.entries.find { it.key.equals(name, ignoreCase = true) }?.value?.single()
    }

    private class Answer(val status: Int, val headers: Map<String, String>, val body: String)

    private lateinit var answer: Answer
    private lateinit var seen: Seen

    private val service = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0).apply {
        createContext("/") { exchange ->
            seen = Seen(
                exchange.requestMethod,
                exchange.requestURI.toString(),
                exchange.requestHeaders.toMap(),
                exchange.requestBody.readAllBytes(),
            )
            answer.headers.forEach { (name, value) -> exchange.responseHeaders.add(name, value) }
            val body = answer.body.toByteArray()
            exchange.sendResponseHeaders(answer.status, if (body.isEmpty()) -1 else body.size.toLong())
            exchange.responseBody.use { it.write(body) }
        }
        start()
    }
    private val url = "http://127.0.0.1:${service.address.port}"
    private val http = OkHttpClient.Builder()

    private val identification = Identification(
        url, http, converterFactories = converters(IdentificationJson.jacksonObjectMapper),
    ).addAuthorization("bearerToken", IdentificationToken("bearer", "a.signed.token"))

    private val household = UUID.fromString("019a1b2c-3d4e-7f50-8a6b-7c8d9e0f1a2b")

    @AfterEach
    fun stop() = service.stop(0)

    private fun answers(status: Int, type: String, body: String, vararg headers: Pair<String, String>) {
        answer = Answer(status, mapOf("Content-Type" to type) + headers, body)
    }

    @Test
    fun `a slice of households is read, with the token of the caller`(): Unit = runBlocking {
        answers(
            200, "application/json;charset=UTF-8",
            """{"items":[{"id":"$household","villageCode":"451031204206","hamlet":"上屯","address":"上屯 7 号","householder":"韦国强",
                "persons":4,"labourers":2,"revision":3,"status":"POOR","mainCause":"ILLNESS","addedByALaterContract":{"a":1}}],
                "next":"MDE5YTFiMmM"}""",
        )
        val slice = identification.createService(HouseholdsApi::class.java).listHouseholds(division = "451031", q = "韦")
        assertThat(slice.body()!!.next).isEqualTo("MDE5YTFiMmM")
        val row = slice.body()!!.items.single()
        assertThat(row.id).isEqualTo(household)
        assertThat(row.householder).isEqualTo("韦国强")
        assertThat(row.persons).isEqualTo(4)
        assertThat(seen.uri).isEqualTo("/v1/households?division=451031&limit=50&q=%E9%9F%A6")
        assertThat(seen.header("Authorization")).isEqualTo("Bearer a.signed.token")
    }

    @Test
    fun `a code of a later contract is unknown, and the rest is read`(): Unit = runBlocking {
        answers(200, "application/json;charset=UTF-8", """{"items":[${registerRow("MOVED_AWAY")}],"next":null}""")
        val slice = identification.createService(RegisterApi::class.java).listRegister(status = Status.POOR).body()!!
        assertThat(slice.next).isNull()
        assertThat(slice.items.single().status).isEqualTo(Status.unknown_default_open_api)
        assertThat(slice.items.single().registeredOn).isEqualTo(LocalDate.of(2016, 1, 15))
        assertThat(seen.uri).contains("status=POOR")
    }

    @Test
    fun `a problem is read`(): Unit = runBlocking {
        answers(
            400, "application/problem+json",
            """{"type":"https://jingzhun.org/problems/invalid-fields","title":"Invalid fields","status":400,
                "detail":"Correct the fields that are named.","instance":"/v1/households","code":"invalid-fields",
                "traceId":"4bf92f3577b34da6a3ce929d0e0e4736",
                "errors":[{"pointer":"division","code":"pattern","detail":"Give 2, 4, 6, 9 or 12 digits."}]}""",
        )
        val refused = identification.createService(HouseholdsApi::class.java).listHouseholds(division = "45103")
        assertThat(refused.code()).isEqualTo(400)
        val problem =
            IdentificationJson.jacksonObjectMapper.readValue(refused.errorBody()!!.charStream(), Problem::class.java)
        assertThat(problem.code).isEqualTo("invalid-fields")
        assertThat(problem.errors!!.single().pointer).isEqualTo("division")
        assertThat(problem.traceId).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736")
    }

    @Test
    fun `what is told goes with an Idempotency-Key, and without what was not said`(): Unit = runBlocking {
        answers(
            201, "application/json;charset=UTF-8",
            """{"id":"019a1b2c-3d4e-7f50-8a6b-000000000001","monitoringId":"019a1b2c-3d4e-7f50-8a6b-000000000002",
                "householdId":"$household","villageCode":"451031204206","source":"SELF_REPORT","sourceKey":"k-1","risk":"HOUSING",
                "toldBy":"韦国强","toldOn":"2026-07-01","recordedBy":"surveyor-1","recordedAt":"2026-07-01T02:03:04.567891Z"}""",
            "Location" to "$url/v1/monitoring/019a1b2c-3d4e-7f50-8a6b-000000000002",
        )
        val lead = identification.createService(MonitoringApi::class.java).raiseMonitoringLead(
            MonitoringLeadBody(household, MonitoringLeadSource.SELF_REPORT, MonitoringRisk.HOUSING, "韦国强"),
            idempotencyKey = "7d0c-1",
        )
        assertThat(seen.header("Idempotency-Key")).isEqualTo("7d0c-1")
        assertThat(seen.header("Content-Type")).startsWith("application/json")
        assertThat(String(seen.body)).isEqualTo(
            """{"householdId":"$household","source":"SELF_REPORT","risk":"HOUSING","toldBy":"韦国强"}""",
        )
        assertThat(lead.headers()["Location"]).endsWith("000000000002")
        assertThat(lead.body()!!.recordedAt).isEqualTo(OffsetDateTime.parse("2026-07-01T02:03:04.567891Z"))
    }

    @Test
    fun `a time goes with its seconds`(): Unit = runBlocking {
        answers(200, "application/json;charset=UTF-8", """{"items":[],"next":null}""")
        identification.createService(AuditApi::class.java)
            .listAuditRecords(from = OffsetDateTime.of(2026, 7, 1, 8, 0, 0, 0, ZoneOffset.ofHours(8)))
        assertThat(seen.uri).contains("from=2026-07-01T08%3A00%3A00%2B08%3A00")
    }

    @Test
    fun `a change goes with the ETag that was seen as If-Match`(): Unit = runBlocking {
        answers(
            200, "application/json;charset=UTF-8",
            """{"id":"019a1b2c-3d4e-7f50-8a6b-000000000003","url":"https://receiver.example/",
                "types":["org.jingzhun.webhook-test"],"division":"451031000000","description":"","state":"PAUSED","owner":"system-1",
                "createdAt":"2026-07-01T02:03:04Z"}""",
            "ETag" to "\"8\"",
        )
        val changed = pairing().createService(SubscriptionsApi::class.java).changeSubscription(
            UUID.fromString("019a1b2c-3d4e-7f50-8a6b-000000000003"),
            WebhookSubscriptionBody(
                "https://receiver.example/", listOf("org.jingzhun.webhook-test"), state = WebhookSubscriptionWanted.PAUSED,
            ),
            ifMatch = "\"7\"",
        )
        assertThat(seen.method).isEqualTo("PUT")
        assertThat(seen.header("If-Match")).isEqualTo("\"7\"")
        assertThat(changed.headers()["ETag"]).isEqualTo("\"8\"")
        assertThat(changed.body()!!.state).isEqualTo(WebhookSubscriptionState.PAUSED)
    }

    @Test
    fun `a phone brings visits, and learns which of them conflict`(): Unit = runBlocking {
        val visit = UUID.fromString("019a1b2c-3d4e-7f50-8a6b-000000000004")
        answers(
            200, "application/json;charset=UTF-8",
            """{"serverTime":"2026-07-01T02:03:04Z","clockWrong":false,"token":"t-2","complete":false,"results":[{"id":"$visit",
                "outcome":"CONFLICT","code":"already-visited","existing":"019a1b2c-3d4e-7f50-8a6b-000000000005","errors":[],
                "notes":[]}],"households":[],"gone":[],"photosMissing":[],"visitsRequiredPerMonth":1,"clockOffsetSeconds":0}""",
        )
        val helper = UUID.fromString("019a1b2c-3d4e-7f50-8a6b-000000000006")
        val answered = pairing().createService(SynchronisationApi::class.java).sync(
            SyncBody(
                since = "t-1",
                changes = listOf(
                    SyncChange(
                        visit, SyncChangeKind.VISIT, VisitBody(helper, household, LocalDate.of(2026, 6, 30), "Roof repaired"),
                    ),
                ),
            ),
        ).body()!!
        assertThat(answered.results.single().outcome).isEqualTo(SyncOutcome.CONFLICT)
        assertThat(answered.results.single().existing.toString()).endsWith("000000000005")
        assertThat(String(seen.body)).isEqualTo(
            """{"since":"t-1","changes":[{"id":"$visit","kind":"VISIT","visit":{"helperId":"$helper",""" +
                """"householdId":"$household","visitedOn":"2026-06-30","content":"Roof repaired"}}]}""",
        )
    }

    @Test
    fun `a photo goes as it is, and its answer has no body`(): Unit = runBlocking {
        val hash = "ab".repeat(32)
        answer = Answer(201, mapOf("Location" to "$url/v1/photos/$household/$hash"), "")
        val picture = byteArrayOf(-1, -40, -1, -32)
        val sent = pairing().createService(PhotosApi::class.java).putPhoto(
            household, hash, "2026-07-01T10:03:04+08:00", picture.toRequestBody("image/jpeg".toMediaType()),
        )
        assertThat(sent.code()).isEqualTo(201)
        assertThat(sent.headers()["Location"]).isEqualTo("$url/v1/photos/$household/$hash")
        assertThat(seen.header("Content-Type")).isEqualTo("image/jpeg")
        assertThat(seen.body).isEqualTo(picture)
        assertThat(seen.uri).isEqualTo("/v1/photos/$household/$hash?takenAt=2026-07-01T10%3A03%3A04%2B08%3A00")
    }

    @Test
    fun `rows are delivered as a file in the format that the file has`(): Unit = runBlocking {
        answers(403, "application/problem+json", """{"status":403,"code":"role-required"}""")
        val funding = Funding(url, OkHttpClient.Builder(), converterFactories = converters(FundingJson.jacksonObjectMapper))
            .addAuthorization("bearerToken", FundingToken("bearer", "a.signed.token"))
        funding.createService(ImportsApi::class.java)
            .importRows("budgets", "year,amount\n2026,1\n".toRequestBody("text/csv".toMediaType()))
        assertThat(seen.header("Content-Type")).startsWith("text/csv")
        assertThat(String(seen.body)).isEqualTo("year,amount\n2026,1\n")
        assertThat(seen.header("Authorization")).isEqualTo("Bearer a.signed.token")
    }

    @Test
    fun `a stream is read line by line with the types of the client`() {
        answers(200, "application/x-ndjson", "${registerRow("POOR")}\n${registerRow("EXITED")}\n")
        val request = Request.Builder().url("$url/v1/register?division=451031").header("Accept", "application/x-ndjson").build()
        val read = http.build().newCall(request).execute().use { response ->
            response.body!!.charStream().buffered().lineSequence()
                .map { IdentificationJson.jacksonObjectMapper.readValue(it, RegisterRow::class.java).status }
                .toList()
        }
        assertThat(read).containsExactly(Status.POOR, Status.EXITED)
        assertThat(seen.header("Accept")).isEqualTo("application/x-ndjson")
        assertThat(seen.header("Authorization")).isEqualTo("Bearer a.signed.token")
    }

    private fun pairing() = Pairing(url, OkHttpClient.Builder(), converterFactories = converters(PairingJson.jacksonObjectMapper))
        .addAuthorization("bearerToken", PairingToken("bearer", "a.signed.token"))

    private fun registerRow(status: String) =
        """{"householdId":"$household","villageCode":"451031204206","hamlet":"上屯","householder":"韦国强","persons":4,""" +
            """"labourers":2,"ethnicity":"08","status":"$status","entry":"IDENTIFIED","entryYear":2016,"attribute":"GENERAL",""" +
            """"mainCause":"ILLNESS","otherCauses":[],"score":52,"scorecard":"2016","lineVersion":1,"year":2016,""" +
            """"campaignId":"019a1b2c-3d4e-7f50-8a6b-000000000007","registeredOn":"2016-01-15","documentNumber":"D-1",""" +
            """"revision":3}"""
}
