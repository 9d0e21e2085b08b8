package org.jingzhun.funding.ledger.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.funding.ledger.LedgerProof;
import org.jingzhun.funding.ledger.Proving;

/** The proof of the ledger. */
@Path("/v1/ledger")
@Tag(name = "Ledger")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class LedgerResource {

    private final Proving proving;

    LedgerResource(Proving proving) {
        this.proving = proving;
    }

    /** The proof as seen from outside. */
    @Schema(name = "LedgerProof")
    public record ProofView(
            @Schema(description = "Whether balances, entries and hash chains all agree.")
            boolean holds,

            long accounts,
            long entries,
            List<LedgerProof.Fault> faults,

            @Schema(description = "Last hash of each county: note it elsewhere and compare later.")
            List<LedgerProof.Head> heads) {

        static ProofView of(LedgerProof proof) {
            return new ProofView(proof.holds(), proof.accounts(), proof.entries(), proof.faults(), proof.heads());
        }
    }

    @GET
    @Path("/proof")
    @Operation(
            operationId = "proveLedger",
            summary = "Recompute balances from postings and the hash chains from the entries of your area")
    public ProofView prove() {
        return ProofView.of(proving.prove());
    }
}
