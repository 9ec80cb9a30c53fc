package dev.holdfast.session.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.AccountProfile;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.session.entity.Generation;
import dev.holdfast.session.entity.Receipt;
import dev.holdfast.session.entity.RefreshRequest;
import dev.holdfast.session.entity.RefreshToken;
import dev.holdfast.session.entity.Renewal;
import dev.holdfast.session.entity.RotationDecision;
import dev.holdfast.session.entity.Session;
import dev.holdfast.session.entity.SessionOrigin;
import dev.holdfast.storage.control.SmallDatabase;
import dev.holdfast.storage.control.SmallDatabase.Kind;
import dev.holdfast.storage.control.StorageConfig;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The one statement does what {@link Session#present} and {@link SessionStore#rotate} say together, in every state of a row. */
class CommonRotationTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant NOW = START.plusSeconds(1000);
    private static final long CURRENT = 5;
    private static final Receipt NEW_KEY = new Receipt("new", List.of(11L, 12L));

    private static SmallDatabase database;

    private final CommonRotation common = new CommonRotation();
    private final SessionStore store = new SessionStore();

    CommonRotationTest() {
        common.dataSource = database.dataSource();
        common.storage = new StorageConfig(
                SettingsOf.map(Map.of("holdfast.db.kind", "postgresql", "holdfast.db.host", "localhost")));
        common.config = new SessionConfig(SettingsOf.map(Map.of()));
    }

    @BeforeAll
    static void open() throws Exception {
        database = SmallDatabase.open(Kind.POSTGRESQL);
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    /** Every combination of the facts that the decision depends on. */
    @Test
    void rotateWhateverTheRowAndTheRequestThenExactlyWhenTheJudgementSaysSo() {
        Map<UUID, RefreshCase> rows = new LinkedHashMap<>();
        run(em -> RefreshCase.all().forEach(state -> rows.put(insert(em, RefreshCase.of(state)), RefreshCase.of(state))));
        Set<UUID> expected = new HashSet<>();
        run(em -> rows.keySet().stream().filter(id -> isRotation(id, rows.get(id))).forEach(expected::add));
        Set<UUID> rotated = new HashSet<>();
        rows.forEach((id, row) -> common.rotate(row.request(id), NOW).ifPresent(renewal -> rotated.add(id)));
        Set<UUID> changed = new HashSet<>();
        run(em -> em.createQuery("select s.id from Session s where s.generation <> " + CURRENT, UUID.class).getResultStream()
                .filter(rows::containsKey).forEach(changed::add));

        assertEquals(Set.of(), difference(expected, rotated).stream().map(rows::get).collect(Collectors.toSet()));
        assertEquals(expected, changed);
        assertEquals(20, expected.size());
    }

    @Test
    void rotateWithAKeyThenTheRowIsAsTheStoreLeavesIt() {
        assertSameRow(NEW_KEY, "update user_session set past_rotations = decode(repeat('0102030405060708', 8), 'hex')");
        assertSameRow(NEW_KEY, "update user_session set past_rotations = decode('0102030405060708', 'hex')");
        assertSameRow(NEW_KEY, "update user_session set past_rotations = null, rotation_key_hash = 'old'");
        assertSameRow(NEW_KEY, "update user_session set ends_at = '2026-11-23 12:30:00', sweep_from = '2026-11-23 12:20:00'");
    }

    @Test
    void rotateWithoutAKeyThenTheRowIsAsTheStoreLeavesIt() {
        assertSameRow(Receipt.NONE, "update user_session set past_rotations = decode('0102030405060708', 'hex')");
        assertSameRow(Receipt.NONE, "update user_session set past_rotations = null, rotation_key_hash = 'old'");
    }

    @Test
    void rotateThenItTellsWhatTheTokensSay() {
        UUID id = inserted(RefreshCase.of("usual"));
        UUID account = RefreshCase.of("usual").account();
        RefreshToken token = new RefreshToken(id, CURRENT, Optional.of(account), Instant.EPOCH);
        Renewal renewal = common.rotate(new RefreshRequest(token, NEW_KEY, NOW),
                NOW.plusNanos(1500)).orElseThrow();

        assertEquals(new Renewal(new Generation(id, account, CURRENT + 1, NOW.plusNanos(1000), START.plus(Duration.ofDays(30))),
                NOW.plusNanos(1000).plus(Duration.ofDays(7)), Optional.of("ada@mail.example"), Optional.of("ada@mail.example")),
                renewal);
    }

    @Test
    void rotateWhenManyPresentOneTokenThenOneOfThemHasIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 20; round++) {
                UUID id = inserted(RefreshCase.of("usual"));
                RefreshToken token = new RefreshToken(id, CURRENT, Optional.of(RefreshCase.of("usual").account()), Instant.EPOCH);
                List<Callable<Boolean>> all = new ArrayList<>();
                for (int caller = 0; caller < 8; caller++) {
                    Receipt receipt = new Receipt("key" + caller, List.of((long) caller));
                    all.add(() -> common.rotate(new RefreshRequest(token, receipt, NOW), NOW).isPresent());
                }
                int winners = 0;
                for (Future<Boolean> each : threads.invokeAll(all)) {
                    winners += each.get() ? 1 : 0;
                }
                assertEquals(1, winners);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * No changed column has an index, so PostgreSQL writes a heap-only tuple: into the same page, without touching any
     * index.
     */
    @Test
    void rotateThenNoIndexHoldsAColumnThatItChanges() {
        run(em -> assertEquals(List.of(), em.createNativeQuery("select a.attname::text from pg_index i join pg_attribute a"
                + " on a.attrelid = i.indrelid and a.attnum = any(i.indkey) where i.indrelid = 'user_session'::regclass"
                + " and a.attname in ('generation', 'rotation_key_hash', 'past_rotations', 'rotated_at', 'refreshed_at',"
                + " 'idle_ends_at')").getResultList()));
    }

    /** Tokens of older versions name no account, so the statement cannot judge them. */
    @Test
    void rotateWhenTheTokenNamesNoAccountThenItIsLeftToTheJudgement() {
        UUID id = inserted(RefreshCase.of("usual"));

        assertEquals(Optional.empty(),
                common.rotate(new RefreshRequest(new RefreshToken(id, CURRENT, Optional.empty(), Instant.EPOCH), NEW_KEY, NOW), NOW));
    }

    private void assertSameRow(Receipt receipt, String before) {
        UUID first = inserted(RefreshCase.of("usual"));
        UUID second = inserted(RefreshCase.of("usual"));
        String columns = "select generation || '|' || coalesce(rotation_key_hash, '-') || '|' || encode(past_rotations, 'hex')"
                + " || '|' || rotated_at || '|' || refreshed_at || '|' || idle_ends_at || '|' || sweep_from from user_session"
                + " where id = '";
        run(em -> em.createNativeQuery(before + " where id in ('" + first + "', '" + second + "')").executeUpdate());
        RefreshToken token = new RefreshToken(first, CURRENT, Optional.of(RefreshCase.of("usual").account()), Instant.EPOCH);
        assertTrue(common.rotate(new RefreshRequest(token, receipt, NOW), NOW).isPresent());
        run(em -> {
            Session session = store.read(second).orElseThrow();
            assertTrue(store.rotate(session, session.generation(), receipt, NOW,
                    session.idleEndAfter(NOW, common.config.idleTimeout())));
        });
        run(em -> assertEquals(em.createNativeQuery(columns + second + "'").getSingleResult(),
                em.createNativeQuery(columns + first + "'").getSingleResult()));
    }

    private boolean isRotation(UUID id, RefreshCase row) {
        return !row.isDisabled() && store.read(id).orElseThrow()
                .present(row.request(id), NOW, Duration.ZERO) instanceof RotationDecision.Rotate;
    }

    private static Set<UUID> difference(Set<UUID> one, Set<UUID> other) {
        Set<UUID> either = new HashSet<>(one);
        either.addAll(other);
        either.removeIf(id -> one.contains(id) && other.contains(id));
        return either;
    }

    private UUID inserted(RefreshCase row) {
        UUID[] id = new UUID[1];
        run(em -> id[0] = insert(em, row));
        return id[0];
    }

    private UUID insert(EntityManager em, RefreshCase row) {
        UUID id = UUID.randomUUID();
        if (em.find(Account.class, row.account()) == null) {
            Account account = new Account(row.account(), new AccountProfile("https://issuer.example",
                    row.account().toString(), "ada@mail.example", true, "Ada", null, null), START);
            if (row.isDisabled()) {
                account.disable(START);
            }
            em.persist(account);
            em.flush();
            row.marks().forEach(mark -> em.createNativeQuery(mark).executeUpdate());
        }
        store.insert(new Session(id, row.account(), new SessionOrigin("192.0.2.7", "a browser"), START,
                Duration.ofDays(7), Duration.ofDays(30)));
        em.flush();
        em.createNativeQuery("update user_session set generation = " + CURRENT + row.changes() + " where id = '" + id + "'")
                .executeUpdate();
        row.marksOf(id).forEach(mark -> em.createNativeQuery(mark).executeUpdate());
        em.clear();
        return id;
    }

    private void run(Consumer<EntityManager> work) {
        EntityManager em = database.begin();
        try {
            store.entityManager = em;
            work.accept(em);
            em.getTransaction().commit();
        } finally {
            em.close();
        }
    }
}
