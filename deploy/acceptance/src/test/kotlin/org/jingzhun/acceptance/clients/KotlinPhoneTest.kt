package org.jingzhun.acceptance.clients

import java.io.IOException
import java.time.Clock
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.ZoneId
import java.util.UUID
import kotlinx.coroutines.runBlocking
import okhttp3.OkHttpClient
import org.assertj.core.api.Assertions.assertThat
import org.assertj.core.api.Assertions.assertThatExceptionOfType
import org.jingzhun.acceptance.RunningSuite
import org.jingzhun.client.kotlin.converters
import org.jingzhun.client.kotlin.pairing.api.SynchronisationApi
import org.jingzhun.client.kotlin.pairing.api.VisitsApi
import org.jingzhun.client.kotlin.pairing.auth.HttpBearerAuth
import org.jingzhun.client.kotlin.pairing.infrastructure.ApiClient
import org.jingzhun.client.kotlin.pairing.infrastructure.Serializer
import org.jingzhun.client.kotlin.pairing.model.Problem
import org.jingzhun.client.kotlin.pairing.model.SyncAnswer
import org.jingzhun.client.kotlin.pairing.model.SyncBody
import org.jingzhun.client.kotlin.pairing.model.SyncChange
import org.jingzhun.client.kotlin.pairing.model.SyncChangeKind
import org.jingzhun.client.kotlin.pairing.model.SyncOutcome
import org.jingzhun.client.kotlin.pairing.model.VisitBody
import org.jingzhun.standalone.SuiteService
import org.junit.jupiter.api.Order
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import retrofit2.Response

/** A helper's phone with the client in Kotlin, as deploy/clients/README.md shows it, against the running suite. */
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KotlinPhoneTest {

    private val clock = Clock.system(ZoneId.of("Asia/Shanghai"))
    private val suite = RunningSuite.anyWithTheSample()
    private val helper = FreshHelper.of(suite)
    private val phone = phone(OkHttpClient.Builder())

    private fun phone(http: OkHttpClient.Builder) =
        ApiClient(
            suite.addresses().of(SuiteService.PAIRING).toString(), http,
            converterFactories = converters(Serializer.jacksonObjectMapper),
        ).addAuthorization("bearerToken", HttpBearerAuth("bearer", helper.token().sign(suite.keys(), clock.instant())))

    private fun sync(body: SyncBody, from: ApiClient = phone): SyncAnswer = runBlocking {
        from.createService(SynchronisationApi::class.java).sync(body).body()!!
    }

    private fun problem(refused: Response<*>): Problem =
        Serializer.jacksonObjectMapper.readValue(refused.errorBody()!!.charStream(), Problem::class.java)

    /** Of today, written down a moment ago. */
    private fun visit(household: UUID, content: String) = SyncChange(
        id = UUID.randomUUID(),
        kind = SyncChangeKind.VISIT,
        writtenAt = OffsetDateTime.now(clock),
        visit = VisitBody(helperId = helper.id(), householdId = household, visitedOn = LocalDate.now(clock), content = content),
    )

    @Test
    fun `the phone takes its households along, and then only what is new`() {
        val first = sync(SyncBody(phoneTime = OffsetDateTime.now(clock)))
        assertThat(first.complete).isTrue()
        assertThat(first.clockWrong).isFalse()
        assertThat(first.households).hasSizeGreaterThanOrEqualTo(FreshHelper.SOME_HOUSEHOLDS).allSatisfy { household ->
            assertThat(household.villageCode).matches("451031\\d{6}")
            assertThat(household.known!!.householder).isNotBlank()
            assertThat(household.members).isNotEmpty()
        }
        val second = sync(SyncBody(since = first.token))
        assertThat(second.complete).isFalse()
        assertThat(second.households.size).isLessThan(first.households.size)
        assertThat(second.gone).isEmpty()
    }

    @Test
    fun `an answer is lost after the visit has arrived, and the same call again gives the same and doubles nothing`() {
        val household = sync(SyncBody()).households[0].householdId
        val visit = visit(household, "送去药品")
        val losing = phone(OkHttpClient.Builder().addInterceptor { chain ->
            chain.proceed(chain.request()).close()
            throw IOException("the answer is lost")
        })
        assertThatExceptionOfType(IOException::class.java)
            .isThrownBy { sync(SyncBody(changes = listOf(visit)), losing) }
            .withMessage("the answer is lost")
        assertThat(visitsTo(household)).`as`("the service has it").containsExactly(visit.id)

        val result = sync(SyncBody(changes = listOf(visit))).results.single()
        assertThat(result.id).isEqualTo(visit.id)
        assertThat(result.outcome).isEqualTo(SyncOutcome.RECORDED)
        assertThat(result.visitedOn).isEqualTo(visit.visit.visitedOn)
        assertThat(visitsTo(household)).containsExactly(visit.id)
    }

    private fun visitsTo(household: UUID): List<UUID> = runBlocking {
        phone.createService(VisitsApi::class.java).listVisits(household = household).body()!!.items.map { it.id }
    }

    @Test
    fun `another visit of the day is a conflict, which names the one that stands`() {
        val household = sync(SyncBody()).households[1].householdId
        val first = visit(household, "送去药品")
        val second = visit(household, "孩子缺课")
        assertThat(sync(SyncBody(changes = listOf(first))).results.single().outcome).isEqualTo(SyncOutcome.RECORDED)

        val conflict = sync(SyncBody(changes = listOf(second))).results.single()
        assertThat(conflict.outcome).isEqualTo(SyncOutcome.CONFLICT)
        assertThat(conflict.code).isEqualTo("visit-of-day-recorded")
        assertThat(conflict.existing).isEqualTo(first.id)
        val standing = runBlocking { phone.createService(VisitsApi::class.java).getVisit(first.id) }
        assertThat(standing.body()!!.content).isEqualTo("送去药品")
    }

    @Test
    fun `what is refused is a problem, with the fields that are wrong`(): Unit = runBlocking {
        val visits = phone.createService(VisitsApi::class.java)
        val refused = visits.listVisits(division = "45103")
        assertThat(refused.code()).isEqualTo(400)
        val problem = problem(refused)
        assertThat(problem.code).isEqualTo("invalid-fields")
        assertThat(problem.status).isEqualTo(400)
        assertThat(problem.traceId).isNotBlank()
        assertThat(problem.errors!!.single().pointer).isEqualTo("division")

        val missing = visits.getVisit(UUID.randomUUID())
        assertThat(missing.code()).isEqualTo(404)
        assertThat(problem(missing).code).isEqualTo("not-found")
    }
}
