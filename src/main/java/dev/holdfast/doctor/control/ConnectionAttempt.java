package dev.holdfast.doctor.control;

import dev.holdfast.crypto.control.RandomTokens;
import dev.holdfast.doctor.entity.Finding;
import dev.holdfast.google.signal.SignalType;
import dev.holdfast.google.stream.StreamCalls;
import dev.holdfast.google.stream.StreamRefused;
import dev.holdfast.google.stream.StreamSetup;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.signals.control.SignalLog;
import java.util.Locale;
import java.util.Optional;

/** One attempt to connect the stream, which knows how far it came. Repeating it does no harm. */
final class ConnectionAttempt {

    private static final int STATE_BYTES = 9;

    /** The kind of the last call to Google; before {@code VERIFYING} is reached, the stream may be as it was. */
    private enum Stage {
        READING, CHANGING, VERIFYING;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final StreamCalls stream;
    private final String address;
    private final Optional<String> replacing;
    private Stage stage = Stage.READING;

    ConnectionAttempt(StreamCalls stream, String address, Optional<String> replacing) {
        this.stream = stream;
        this.address = address;
        this.replacing = replacing;
    }

    Finding make() {
        try {
            return connected();
        } catch (StreamRefused refused) {
            SignalLog.notConnected(refused.refusal().code(), stage.code());
            return StreamFindings.refused(refused.refusal(), stage.code(), address);
        } catch (GoogleTrouble trouble) {
            SignalLog.notConnected(trouble.code(), stage.code());
            return StreamFindings.unreachable(trouble.code(), stage.code());
        }
    }

    private Finding connected() throws GoogleTrouble, StreamRefused {
        Optional<StreamSetup> found = stream.setup();
        boolean enabled = found.isPresent() && stream.isEnabled();
        Optional<StreamSetup> foreign = found.filter(setup -> !setup.deliversTo(address));
        if (foreign.isPresent() && !replacing.equals(foreign.map(StreamSetup::shownUrl))) {
            return StreamFindings.foreign(foreign.get(), enabled, address);
        }
        stage = Stage.CHANGING;
        boolean changed = change(found, enabled);
        stage = Stage.VERIFYING;
        String state = "holdfast-" + RandomTokens.urlSafe(STATE_BYTES);
        stream.verify(state);
        Finding done = foreign.isPresent() ? StreamFindings.takenOver(address, state) : found.isEmpty()
                ? StreamFindings.made(address, state) : changed ? StreamFindings.repaired(address, state)
                : StreamFindings.inPlace(address, state);
        SignalLog.connected(done.outcome(), address);
        return done;
    }

    /** Returns whether there was anything to change. */
    private boolean change(Optional<StreamSetup> found, boolean enabled) throws GoogleTrouble, StreamRefused {
        StreamSetup ours = found.filter(setup -> setup.deliversTo(address)).orElse(StreamSetup.pushingTo(address));
        StreamSetup wanted = StreamSetup.pushingTo(address).with(ours.events()).with(SignalType.urisOfGoogle());
        boolean differs = !found.equals(Optional.of(wanted));
        if (differs) {
            stream.update(wanted);
            // Told at once: the other installation has lost the stream even if a later call is refused.
            found.filter(setup -> !setup.deliversTo(address)).ifPresent(former -> SignalLog.replaced(former.shownUrl(), address));
        }
        boolean sleeps = found.isEmpty() ? !stream.isEnabled() : !enabled;
        if (sleeps) {
            stream.enable();
        }
        return differs || sleeps;
    }
}
