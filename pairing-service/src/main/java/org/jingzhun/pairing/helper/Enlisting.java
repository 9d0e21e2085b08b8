package org.jingzhun.pairing.helper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jspecify.annotations.Nullable;

/** Takes down who can help. */
@ApplicationScoped
public class Enlisting {

    private final Units units;
    private final Helpers helpers;
    private final CurrentCaller caller;
    private final Audit audit;

    Enlisting(Units units, Helpers helpers, CurrentCaller caller, Audit audit) {
        this.units = units;
        this.helpers = helpers;
        this.caller = caller;
        this.audit = audit;
    }

    /**
     * Writes a unit, new or corrected; its helpers move to another area with it.
     *
     * @param ifMatch entity tag of the revision to be corrected, ignored for a new unit
     */
    @Transactional
    public Unit putUnit(UUID id, UnitFacts facts, @Nullable String ifMatch) {
        if (!caller.get().area().covers(facts.division())) {
            throw new HelperRefusal.OutsideArea(facts.division());
        }
        Unit unit = units.findByIdOptional(id).orElse(null);
        if (unit == null) {
            unit = new Unit(id, facts);
            units.persistAndFlush(unit);
        } else {
            if (!caller.get().area().covers(unit.division())) {
                throw new HelperRefusal.OutsideArea(unit.division());
            }
            Revisions.require(ifMatch, unit.revision());
            unit.correct(facts);
            units.flush();
            helpers.update("division = ?1 where unit.id = ?2", facts.division(), id);
        }
        audit.record(AuditEntry.of("unit-written", "unit", id).in(unit.division()));
        return unit;
    }

    /**
     * Writes a helper, new or corrected.
     *
     * @param ifMatch entity tag of the revision to be corrected, ignored for a new helper
     */
    @Transactional
    public Helper putHelper(UUID id, HelperFacts facts, @Nullable String ifMatch) {
        Unit unit = units.findByIdOptional(facts.unitId())
                .filter(found -> caller.get().area().covers(found.division()))
                .orElseThrow(() -> new HelperRefusal.UnknownUnit(facts.unitId()));
        Helper helper = helpers.findByIdOptional(id).orElse(null);
        if (helper == null) {
            helper = new Helper(id, facts, unit);
            helpers.persistAndFlush(helper);
        } else {
            if (!caller.get().area().covers(helper.division())) {
                throw new HelperRefusal.UnknownHelper(id);
            }
            Revisions.require(ifMatch, helper.revision());
            helper.correct(facts, unit);
            helpers.flush();
        }
        audit.record(AuditEntry.of("helper-written", "helper", id).in(helper.division()));
        return helper;
    }
}
