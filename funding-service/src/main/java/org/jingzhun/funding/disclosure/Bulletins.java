package org.jingzhun.funding.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.chassis.time.Clocks;

/** Announces the bulletins of all concepts that say something new. */
@ApplicationScoped
public class Bulletins {

    private final Instance<Bulletin> all;
    private final Disclosing disclosing;
    private final Jobs jobs;
    private final Clock clock;

    Bulletins(@Any Instance<Bulletin> all, Disclosing disclosing, Jobs jobs, Clock clock) {
        this.all = all;
        this.disclosing = disclosing;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Announces what is due in the counties of the caller's area, as a job.
     *
     * @return the job's id
     */
    @Transactional
    public UUID order() {
        return jobs.submit(
                BulletinJob.KIND, new BulletinJob.Order(LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI)));
    }

    /** The bulletin of a county. */
    record Piece(String bulletin, long county) {

        static final Comparator<Piece> ORDER =
                Comparator.comparing(Piece::bulletin).thenComparing(Piece::county);
    }

    /** In an order of their own, so that a job can go on where it stopped. */
    @Transactional
    List<Piece> listPieces(Area area) {
        return all.stream()
                .flatMap(bulletin ->
                        bulletin.listCounties(area).stream().map(county -> new Piece(bulletin.name(), county)))
                .sorted(Piece.ORDER)
                .toList();
    }

    /** @return how many announcements said something new */
    @Transactional(Transactional.TxType.MANDATORY)
    int announce(Piece piece, LocalDate day) {
        return (int) all.stream()
                .filter(bulletin -> bulletin.name().equals(piece.bulletin()))
                .flatMap(bulletin -> bulletin.list(piece.county(), day).stream())
                .filter(announcement -> disclosing.announceNews(announcement).isPresent())
                .count();
    }
}
