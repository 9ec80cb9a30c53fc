package dev.holdfast.standin.control;

import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.idtoken.IdTokenFault;
import dev.holdfast.standin.idtoken.StandInSigningKeys;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.world.Switch;
import dev.holdfast.standin.world.Switches;
import dev.holdfast.standin.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What can be made to happen. A {@code person} is named by e-mail address or {@code sub}; null means everybody.
 *
 * <p>Three mechanisms: {@link Fault} replaces or delays answers of an {@link StandInArea} (all errors of the token endpoint
 * and the APIs included, see {@link FaultKind}), {@link Switch}es change how tokens, callbacks and documents look, and the
 * remaining methods change what is the case at Google.
 */
public final class Control {

    /** For {@code times}: until cleared. */
    public static final int ALWAYS = -1;

    private final World world;

    public Control(World world) {
        this.world = world;
    }

    /** For everybody, until cleared. */
    public void fault(StandInArea area, FaultKind kind) {
        fault(area, kind, null, ALWAYS);
    }

    /** For the next {@code times} calls of this person; those rules go before standing ones, oldest first. */
    public void fault(StandInArea area, FaultKind kind, String person, int times) {
        world.faults().add(area, kind.fault(), kind.words(), key(person), times);
    }

    /** For everybody, until cleared. */
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

    /** For everybody. */
    public void set(Switch which, String value) {
        set(which, null, value);
    }

    public void set(Switch which, String person, String value) {
        Switches.check(which, value);
        world.switches().set(which, key(person), value);
    }

    /** For everybody, and what {@link #reset} goes back to. */
    public void setStandard(Switch which, String value) {
        Switches.check(which, value);
        world.switches().setStandard(which, value);
    }

    /** For everybody. */
    public void idToken(IdTokenFault fault) {
        set(Switch.ID_TOKEN, fault.key());
    }

    public void clear(Switch which, String person) {
        world.switches().clear(which, key(person));
    }

    /** As if the person removed the application: the whole grant and every token of it ends. */
    public void revoke(String person) {
        each(person, world.grants()::revoke);
    }

    /** Refresh tokens die, consent is remembered: the next sign-in yields none unless consent is asked for. */
    public void killRefreshTokens(String person) {
        each(person, world.grants()::killRefreshTokens);
    }

    /** How many refresh tokens of this person work now. */
    public int liveRefreshTokens(String person) {
        return world.grants().liveRefreshTokens(key(person), now());
    }

    /** The APIs refuse the access tokens issued so far; a refresh brings a good one. */
    public void killAccessTokens(String person) {
        each(person, world.grants()::killAccessTokens);
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

    /** Null: no longer a Workspace account. */
    public void changeHostedDomain(String person, String domain) {
        world.people().change(person, found -> found.withHostedDomain(domain));
    }

    /** A new key signs; the former ones stay published. */
    public void rotateKeys() {
        world.keys().rotate(StandInSigningKeys.Former.PUBLISHED);
    }

    /** A new key signs; the former ones are no longer published. */
    public void replaceKeys() {
        world.keys().rotate(StandInSigningKeys.Former.GONE);
    }

    /** Another client of the same project. */
    public void registerClient(String id, String secret) {
        world.clients().register(id, secret);
    }

    /** Moves the clock of the stand-in, which can also go back. */
    public void advance(Duration by) {
        world.clock().advance(by);
    }

    /** The time at the stand-in. */
    public Instant now() {
        return world.clock().instant();
    }

    /** Everything as at the start: no grants, tokens, faults, counts or journal. The signing keys stay. */
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
