package dev.holdfast.signals.control;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.control.Timeline;
import dev.holdfast.account.entity.Activity;
import dev.holdfast.account.entity.ActivityType;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.custody.grant.GrantSignals;
import dev.holdfast.custody.grant.GrantSignals.Loss;
import dev.holdfast.session.control.Sessions;
import dev.holdfast.signals.entity.Signal;
import dev.holdfast.signals.entity.SignalEffect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Set;
import java.util.UUID;

/**
 * The effect of each signal. Applying one again, late or in another order changes nothing that began after it. Google's
 * signals may do all of this; those of other transmitters only end sessions.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class SignalEffects {

    /** The losses after which no session of before the event may go on. */
    private static final Set<Loss> LOST = Set.of(Loss.REVOKED, Loss.GONE);

    @Inject Accounts accounts;
    @Inject Sessions sessions;
    @Inject GrantSignals grants;
    @Inject Timeline timeline;

    /** Applies the signal to its account, which exists and which the caller has locked. */
    SignalEffect apply(Signal signal, UUID account) {
        timeline.record(Activity.of(account, ActivityType.SIGNAL_RECEIVED).withReason(signal.type().code()));
        return signal.isFromGoogle() ? ofGoogle(signal, account) : ofOther(signal, account);
    }

    private SignalEffect ofGoogle(Signal signal, UUID account) {
        return switch (signal.type()) {
            case SESSIONS_REVOKED, ACCOUNT_CREDENTIAL_CHANGE_REQUIRED -> end(account, signal, EndReason.GOOGLE_SIGNED_OUT);
            case TOKENS_REVOKED, ACCOUNT_PURGED ->
                    afterLoss(account, signal, grants.revoke(account, signal.begunBy(), code(signal)));
            case TOKEN_REVOKED -> afterLoss(account, signal,
                    grants.revokeToken(account, signal.tokenHashes(), signal.begunBy(), code(signal)));
            case ACCOUNT_DISABLED -> freeze(account, signal);
            case ACCOUNT_ENABLED -> accounts.unfreeze(account, signal.eventAt()) ? SignalEffect.UNFROZEN : SignalEffect.NOTHING;
            case VERIFICATION, UNKNOWN -> SignalEffect.NOTHING;
        };
    }

    private SignalEffect ofOther(Signal signal, UUID account) {
        return switch (signal.type()) {
            case SESSIONS_REVOKED, ACCOUNT_CREDENTIAL_CHANGE_REQUIRED, ACCOUNT_DISABLED, ACCOUNT_PURGED ->
                    end(account, signal, EndReason.ENDED_BY_ADMINISTRATOR);
            default -> SignalEffect.NOTHING;
        };
    }

    private SignalEffect end(UUID account, Signal signal, EndReason reason) {
        sessions.endBegunBy(account, signal.begunBy(), reason);
        return SignalEffect.SESSIONS_ENDED;
    }

    private SignalEffect afterLoss(UUID account, Signal signal, Loss loss) {
        if (LOST.contains(loss)) {
            end(account, signal, EndReason.GOOGLE_REVOKED);
        }
        return switch (loss) {
            case REVOKED -> SignalEffect.GRANT_REVOKED;
            case GONE -> SignalEffect.SESSIONS_ENDED;
            case YOUNGER, OTHER_TOKEN -> SignalEffect.NOTHING;
        };
    }

    /** A report that a later sign-in has overtaken still ends the sessions of before it. */
    private SignalEffect freeze(UUID account, Signal signal) {
        return accounts.freeze(account, signal.eventAt(), signal.begunBy()) ? SignalEffect.FROZEN
                : end(account, signal, EndReason.GOOGLE_ACCOUNT_AT_RISK);
    }

    /** The code of the grant's last failure, such as {@code tokens_revoked}. */
    private static String code(Signal signal) {
        return signal.type().code().replace('-', '_');
    }
}
