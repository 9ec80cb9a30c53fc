package dev.holdfast.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as one issuer knows them. Issuer and subject are the identity and never change (OpenID Connect Core section 5.7).
 * E-mail, name and picture are those of the last sign-in and never identify the person.
 */
@Entity
@Table(name = "account")
public class Account {

    private static final int EMAIL_MOST = 320;
    private static final int NAME_MOST = 500;
    private static final int PICTURE_MOST = 2000;
    private static final int DOMAIN_MOST = 255;

    @Id
    private UUID id;

    private String issuer;
    private String subject;
    private @Nullable String email;

    /** 0 or 1: Derby's BOOLEAN does not survive bulk statements. */
    @Column(name = "email_verified")
    private short emailVerified;

    private @Nullable String name;
    private @Nullable String picture;

    @Column(name = "hosted_domain")
    private @Nullable String hostedDomain;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "signed_in_at")
    private Instant signedInAt;

    @Column(name = "disabled_at")
    private @Nullable Instant disabledAt;

    /** When Google disabled the person's Google account; null if Google reports no such thing. */
    @Column(name = "frozen_at")
    private @Nullable Instant frozenAt;

    /** Reports of Google from before this time freeze the account no more; null if there was no all-clear. */
    @Column(name = "trusted_at")
    private @Nullable Instant trustedAt;

    protected Account() {}

    public Account(UUID id, AccountProfile profile, Instant now) {
        this.id = id;
        this.issuer = profile.issuer();
        this.subject = profile.subject();
        this.createdAt = now;
        signIn(profile, now);
    }

    /** Replaces the profile by that of this sign-in; the identity stays. */
    public final void signIn(AccountProfile profile, Instant now) {
        this.email = fitting(profile.email(), EMAIL_MOST);
        this.emailVerified = (short) (profile.emailVerified() ? 1 : 0);
        this.name = fitting(profile.name(), NAME_MOST);
        this.picture = fitting(profile.picture(), PICTURE_MOST);
        this.hostedDomain = fitting(profile.hostedDomain(), DOMAIN_MOST);
        this.signedInAt = now;
    }

    /** Disables the account: its owner can neither sign in nor refresh. A repeated call keeps the time of the first. */
    public final void disable(Instant now) {
        if (disabledAt == null) {
            disabledAt = now;
        }
    }

    /** Ends an administrator's disabling and Google's freezing alike; Google's reports from before {@code now} are void. */
    public final void enable(Instant now) {
        disabledAt = null;
        frozenAt = null;
        trustedAt = later(trustedAt, now);
    }

    /**
     * Freezes the account because Google disabled the person's Google account at {@code reportedAt}. Does nothing if Google
     * or an administrator gave the all-clear later, or if the person signed in after {@code begunBy}: Google lets no disabled
     * account sign in. Reports may come in any order and again; they tell whole seconds, and within one second the last to
     * come counts.
     *
     * @return whether the account is frozen now and was not before
     */
    public final boolean freeze(Instant reportedAt, Instant begunBy) {
        boolean allClear = trustedAt != null && trustedAt.truncatedTo(ChronoUnit.SECONDS).isAfter(reportedAt);
        boolean overtaken = allClear || signedInAt.isAfter(begunBy);
        boolean begins = !overtaken && frozenAt == null;
        frozenAt = overtaken ? frozenAt : later(frozenAt, reportedAt);
        return begins;
    }

    /**
     * Takes Google's all-clear of {@code reportedAt}, unless Google disabled the account again later. What an administrator
     * disabled stays disabled.
     *
     * @return whether the account was frozen before and is not now
     */
    public final boolean unfreeze(Instant reportedAt) {
        trustedAt = later(trustedAt, reportedAt);
        boolean ends = frozenAt != null && !frozenAt.isAfter(reportedAt);
        frozenAt = ends ? null : frozenAt;
        return ends;
    }

    public UUID id() {
        return id;
    }

    /** The issuer's name for this person (OpenID Connect Core section 2, {@code sub}). */
    public String subject() {
        return subject;
    }

    /** Issuer and subject in one string. */
    public String identity() {
        return identityOf(issuer, subject);
    }

    /** The identity of a person, who may have no account. */
    public static String identityOf(String issuer, String subject) {
        return issuer + ' ' + subject;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** The e-mail address, if the issuer has verified that it belongs to this person. */
    public Optional<String> verifiedEmail() {
        return emailVerified == 1 ? email() : Optional.empty();
    }

    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    public Optional<String> picture() {
        return Optional.ofNullable(picture);
    }

    public Optional<String> hostedDomain() {
        return Optional.ofNullable(hostedDomain);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant signedInAt() {
        return signedInAt;
    }

    public Optional<Instant> disabledAt() {
        return Optional.ofNullable(disabledAt);
    }

    public boolean isDisabled() {
        return disabledAt != null;
    }

    /** The time of Google's report for which the account is frozen; empty if it is not. */
    public Optional<Instant> frozenAt() {
        return Optional.ofNullable(frozenAt);
    }

    /** Whether its owner cannot sign in because Google reported the Google account as disabled. */
    public boolean isFrozen() {
        return frozenAt != null;
    }

    @Override
    public String toString() {
        return "Account[" + id + "]";
    }

    private static Instant later(@Nullable Instant known, Instant other) {
        return known == null || known.isBefore(other) ? other : known;
    }

    private static @Nullable String fitting(@Nullable String text, int most) {
        return text == null || text.length() > most ? null : text;
    }
}
