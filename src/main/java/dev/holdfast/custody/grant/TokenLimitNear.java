package dev.holdfast.custody.grant;

/** An account has come nearer to Google's limit of refresh tokens; for whoever counts. */
public record TokenLimitNear() {}
