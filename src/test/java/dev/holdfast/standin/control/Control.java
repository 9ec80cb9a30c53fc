package dev.holdfast.standin.control;

import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.idtoken.IdTokenFault;
import dev.holdfast.standin.idtoken.StandInSigningKeys;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.signal.SetDraft;
import dev.holdfast.standin.signal.SetForgery;
import dev.holdfast.standin.signal.StandInSignals;
import dev.holdfast.standin.world.Switch;
import dev.holdfast.standin.world.Switches;
import dev.holdfast.standin.world.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Controls the stand-in. A {@code person} is named by e-mail address or {@code sub}; null means everybody.
 *
 * <p>Three mechanisms: {@link Fault} replaces or delays answers of an {@link StandInArea} (all errors of the token endpoint
 * and the APIs included, see {@link FaultKind}), {@link Switch}es change how tokens, callbacks and documents look, and the
 * remaining methods change the state at Google.
 */
public final class Control {

    /** The {@code times} of a fault that lasts until it is cleared. */
    public static final int ALWAYS = -1;

    private final World world;
    private final StandInSignals signals;

    public Control(World world) {
        this.world = world;
        this.signals = new StandInSignals(world);
    }

    /** Returns the transmitter of security signals. */
    public StandInSignals signals() {
        return signals;
    }

    /** Sends a signal about this person to the application, if it is known where that is. */
    public void signal(String person, String event, String reason) {
        if (!String.valueOf(world.switches().get(Switch.APPLICATION_URL)).startsWith("http")) {
            return;
        }
        each(person, key -> {
            SetDraft draft = signals.about(key, event);
            signal(reason.isEmpty() ? draft : draft.with("reason", reason), SetForgery.NONE, null, Duration.ZERO, 1);
        });
    }

    void signal(SetDraft draft, SetForgery forgery, String url, Duration delay, int copies) {
        String receiver = url != null ? url : world.switches().get(Switch.APPLICATION_URL) + "/signals/google";
        if (!receiver.startsWith("http")) {
            throw new IllegalStateException("it is not known where the application is: say url");
        }
        signals.deliverLater(URI.create(receiver), signals.token(draft, forgery), delay, copies);
    }

    /** Sets a fault for everybody, until it is cleared. */
    public void fault(StandInArea area, FaultKind kind) {
        fault(area, kind, null, ALWAYS);
    }

    /** Sets a fault for the next {@code times} calls of this person. Such faults apply before lasting ones, oldest first. */
    public void fault(StandInArea area, FaultKind kind, String person, int times) {
        world.faults().add(area, kind.fault(), kind.words(), key(person), times);
    }

    /** Sets a fault for everybody, until it is cleared. */
    public void fault(StandInArea area, Fault fault) {
        fault(area, fault, null, ALWAYS);
    }

    public void fault(StandInArea area, Fault fault, String person, int times) {
        world.faults().add(area, fault, describe(fault), key(person), times);
    }

    /** Clears all faults and ends every hang. */
    public void clear() {
        world.faults().remove(rule -> true);
    }

    /** Clears the faults set for this area or those it includes. */
    public void clear(StandInArea area) {
        world.faults().remove(rule -> area.covers(rule.area()));
    }

    void clear(long ruleId) {
        world.faults().remove(rule -> rule.id() == ruleId);
    }

    /** Sets a switch for everybody. */
    public void set(Switch which, String value) {
        set(which, null, value);
    }

    public void set(Switch which, String person, String value) {
        Switches.check(which, value);
        world.switches().set(which, key(person), value);
    }

    /** Sets a switch for everybody, and as the value that {@link #reset} goes back to. */
    public void setStandard(Switch which, String value) {
        Switches.check(which, value);
        world.switches().setStandard(which, value);
    }

    /** Sets a fault of ID tokens for everybody. */
    public void idToken(IdTokenFault fault) {
        set(Switch.ID_TOKEN, fault.key());
    }

    public void clear(Switch which, String person) {
        world.switches().clear(which, key(person));
    }

    /** Removes the application as the person could: the whole grant and every token of it ends. */
    public void revoke(String person) {
        each(person, world.grants()::revoke);
    }

    /**
     * Ends the refresh tokens but keeps the consent: the next sign-in yields no refresh token unless it asks for consent.
     */
    public void killRefreshTokens(String person) {
        each(person, world.grants()::killRefreshTokens);
    }

    /** Returns how many refresh tokens of this person work now. */
    public int liveRefreshTokens(String person) {
        return world.grants().liveRefreshTokens(key(person), now());
    }

    /** Makes the APIs refuse the access tokens issued so far; a refresh brings a good one. */
    public void killAccessTokens(String person) {
        each(person, world.grants()::killAccessTokens);
    }

    /** Adds a person to the cast until the next reset, for tests that need more people than there are. */
    public void introduce(String email) {
        world.people().introduce(email);
    }

    public void changeEmail(String person, String email) {
        world.people().change(person, found -> found.withEmail(email));
    }

    public void changeSub(String person, String sub) {
        world.people().change(person, found -> found.withSub(sub));
    }

    public void changeEmailVerified(String person, boolean verified) {
        world.people().change(person, found -> found.withEmailVerified(verified));
    }

    /** Changes the Workspace domain; null makes it an ordinary account. */
    public void changeHostedDomain(String person, String domain) {
        world.people().change(person, found -> found.withHostedDomain(domain));
    }

    /** Signs with a new key; the previous keys stay published. */
    public void rotateKeys() {
        world.keys().rotate(StandInSigningKeys.Former.PUBLISHED);
    }

    /** Signs with a new key; the previous keys are no longer published. */
    public void replaceKeys() {
        world.keys().rotate(StandInSigningKeys.Former.GONE);
    }

    /** Registers another client of the same project. */
    public void registerClient(String id, String secret) {
        world.clients().register(id, secret);
    }

    /** Moves the clock of the stand-in, which can also go back. */
    public void advance(Duration by) {
        world.clock().advance(by);
    }

    /** Returns the time at the stand-in. */
    public Instant now() {
        return world.clock().instant();
    }

    /** Restores the state of the start: no grants, tokens, faults, counts or journal. The signing keys stay. */
    public void reset() {
        clear();
        world.switches().reset();
        world.people().reset();
        world.clients().reset();
        world.grants().reset();
        world.codes().reset();
        world.markers().reset();
        world.clock().reset();
        world.journal().clear();
        world.counts().reset();
        world.acts().clear();
        signals.stream().reset();
    }

    private void each(String person, Consumer<String> action) {
        if (key(person) == null) {
            world.people().all().forEach(one -> action.accept(one.key()));
        } else {
            action.accept(key(person));
        }
    }

    private String key(String person) {
        return person == null || person.isBlank() ? null : world.people().get(person).key();
    }

    private static String describe(Fault fault) {
        return switch (fault.effect()) {
            case SLOW -> "Slow by " + fault.number() + " ms";
            case ANSWER -> "Answers " + fault.answer().status() + " as written";
            case DROP_MIDWAY, HANG_MIDWAY -> fault.effect() + " after " + fault.number() + " bytes";
            default -> fault.effect().toString();
        };
    }
}
