package dev.holdfast.bench;

import dev.holdfast.account.control.AccountStatements;
import dev.holdfast.admin.control.AdminStatements;
import dev.holdfast.custody.care.GrantCareStatements;
import dev.holdfast.custody.grant.GrantStatements;
import dev.holdfast.session.control.SessionStatements;
import dev.holdfast.storage.control.SmallDatabase;
import dev.holdfast.storage.control.SmallPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The plan of each statement that a request or a job sends to PostgreSQL, with many accounts and sessions, and what the
 * same statement costs with a tenth of them. There is no server: the stores themselves send the statements, through a
 * {@link StatementTap}.
 *
 * <p>Three marks show what grows: {@code SEQ SCAN} for a scan of a large table, {@code WHOLE INDEX} where at least a third
 * of a large table is looked at by way of an index, {@code GROWS} where ten times the rows take more than three times the
 * pages. The query for open transactions is left out: it reads no table.
 */
public final class GrowthPlans {

    private static final int SESSIONS = Integer.getInteger("bench.sessions", 1_000_000);
    private static final int ACCOUNTS = Integer.getInteger("bench.accounts", 100_000);
    private static final int TENTH = 10;
    private static final int FEWEST = 2 * TENTH * GrowthRows.OF_THE_BUSIEST;

    /** Fewer pages than these are little, however many times as many they have become. */
    private static final int FEW_PAGES = 100;
    private static final int GROWN = 3;

    private static final Map<String, String> FILLED_FAST = Map.of("fsync", "off", "full_page_writes", "off",
            "autovacuum", "off", "shared_buffers", "4GB", "max_wal_size", "16GB", "checkpoint_timeout", "1h");

    private final SmallDatabase database;
    private final StatementTap tap;
    private final GrowthRows rows;

    private GrowthPlans(SmallDatabase database, StatementTap tap) {
        this.database = database;
        this.tap = tap;
        this.rows = new GrowthRows(database.dataSource());
    }

    public static void main(String[] arguments) throws Exception {
        if (SESSIONS < FEWEST) {
            throw new IllegalArgumentException("bench.sessions: at least " + FEWEST);
        }
        StatementTap tap = new StatementTap();
        SmallDatabase database = SmallDatabase.on(postgres(), tap::on);
        try {
            new GrowthPlans(database, tap).compare();
        } finally {
            database.close();
        }
    }

    /** Starts a server that is filled fast. A crash would cost it all; what a statement reads does not depend on that. */
    private static EmbeddedPostgres postgres() throws IOException {
        EmbeddedPostgres.Builder server = SmallPostgres.fast();
        FILLED_FAST.forEach(server::setServerConfig);
        String kept = System.getProperty("bench.directory");
        if (kept != null) {
            server.setDataDirectory(kept).setCleanDataDirectory(false);
        }
        return server.start();
    }

    private void compare() throws Exception {
        if (rows.countKept() < SESSIONS / TENTH) {
            rows.fillUpTo(ACCOUNTS / TENTH, SESSIONS / TENTH);
        }
        Map<String, Plan> few = rows.countKept() < SESSIONS ? plans() : Map.of();
        if (rows.countKept() < SESSIONS) {
            rows.fillUpTo(ACCOUNTS, SESSIONS);
        }
        TableSizes sizes = TableSizes.of(database.dataSource());
        System.out.printf("%d accounts, %d sessions; as filled, without the room that changes leave behind%n%s%n", ACCOUNTS,
                SESSIONS, sizes);
        Map<String, List<String>> marked = new LinkedHashMap<>();
        plans().forEach((name, plan) -> {
            List<String> marks = plan.marks(sizes);
            if (few.containsKey(name) && plan.pages() > FEW_PAGES && plan.pages() > GROWN * few.get(name).pages()) {
                marks.add("GROWS");
            }
            tell(name, plan, few.get(name), marks);
            marks.forEach(mark -> marked.computeIfAbsent(mark, any -> new ArrayList<>()).add(name));
        });
        marked.forEach((mark, names) -> System.out.printf("%s: %d%n    %s%n", mark, names.size(),
                String.join("\n    ", names)));
        System.out.printf("SEQ SCAN in %d plans%n", marked.getOrDefault("SEQ SCAN", List.of()).size());
    }

    private static void tell(String name, Plan plan, Plan few, List<String> marks) {
        System.out.printf("%s: %s (a tenth: %s)%s%n", name, plan.sum(), few == null ? "not sent" : few.sum(),
                marks.isEmpty() ? "" : " " + String.join(", ", marks));
        plan.steps().forEach(step -> System.out.println("    " + step));
    }

    private Map<String, Plan> plans() throws Exception {
        UUID usual = rows.usual();
        UUID session = rows.livingSessionOf(usual);
        UUID busiest = rows.busiest();
        UUID oneOfMany = rows.livingSessionOf(busiest);
        List<UUID> some = rows.someWithGrants();
        Map<String, Plan> plans = new LinkedHashMap<>();
        add(plans, "", prepared(em -> SessionStatements.all(database.dataSource(), em, GrowthRows.NOW, session)));
        add(plans, GrowthRows.OF_THE_BUSIEST + " sessions, ",
                prepared(em -> SessionStatements.ofAccount(em, GrowthRows.NOW, oneOfMany)));
        add(plans, "", AccountStatements.all(GrowthRows.NOW, usual));
        add(plans, "", GrantStatements.all(some));
        add(plans, "", GrantCareStatements.all(GrowthRows.NOW));
        add(plans, "", prepared(em -> AdminStatements.all(em, GrowthRows.NOW, usual, busiest)));
        return plans;
    }

    private Map<String, Consumer<EntityManager>> prepared(
            Function<EntityManager, Map<String, Consumer<EntityManager>>> statements) {
        EntityManager entities = database.begin();
        try {
            return statements.apply(entities);
        } finally {
            undo(entities);
        }
    }

    private void add(Map<String, Plan> plans, String prefix, Map<String, Consumer<EntityManager>> statements) {
        statements.forEach((name, statement) -> {
            EntityManager entities = database.begin();
            try {
                List<Plan> found = tap.during(() -> statement.accept(entities));
                for (int i = 0; i < found.size(); i++) {
                    plans.put(prefix + name + (i == 0 ? "" : ", statement " + (i + 1)), found.get(i));
                }
            } finally {
                undo(entities);
            }
        });
    }

    private static void undo(EntityManager entities) {
        entities.getTransaction().rollback();
        entities.close();
    }
}
