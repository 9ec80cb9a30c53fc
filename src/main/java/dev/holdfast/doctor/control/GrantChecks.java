package dev.holdfast.doctor.control;

import dev.holdfast.custody.care.GrantCare;
import dev.holdfast.custody.care.GrantVitals;
import dev.holdfast.custody.grant.GrantStatus;
import dev.holdfast.custody.grant.TokenLimit;
import dev.holdfast.doctor.entity.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Findings about the project at Google from all people's grants. Runs a few small queries; no finding names a person. */
@ApplicationScoped
class GrantChecks {

    /** The fewest grants that show a pattern; fewer may come from people who chose to grant access for a week. */
    private static final int A_PATTERN = 3;

    private static final int BUDGET_IS_NEAR = TokenLimit.MOST / 2;

    @Inject GrantCare care;

    List<Finding> all() {
        GrantVitals vitals = care.vitals();
        return List.of(testing(vitals), sessionControl(vitals), tokenBudget(vitals), client(vitals));
    }

    private static Finding testing(GrantVitals vitals) {
        int weeks = vitals.endedAfterAWeek();
        Finding finding = weeks >= A_PATTERN && weeks * 2 > vitals.ended()
                ? Finding.trouble("consent_screen", "testing", weeks + " of the last " + vitals.ended()
                        + " grants that ended did so after seven days: the consent screen seems to be in \"Testing\"",
                        "Publish the app (\"In production\") in the Google Cloud console; permissions given before still die")
                : Finding.fine("consent_screen", "in_production", "Grants that ended after seven days: " + weeks);
        return finding.with("weeks", weeks).with("ended", vitals.ended());
    }

    private static Finding sessionControl(GrantVitals vitals) {
        long asked = vitals.of(GrantStatus.REAUTH_REQUIRED);
        long blocked = vitals.of(GrantStatus.BLOCKED_BY_POLICY);
        Finding finding = asked + blocked == 0
                ? Finding.fine("workspace_policy", "none", "No grant has ended by an organisation's policy")
                : Finding.warning("workspace_policy", "grants_ended",
                        asked + " grants want their people to sign in at Google again, " + blocked + " are blocked by a policy",
                        "Ask the Workspace administrator to trust this OAuth client (Security, API controls) and to exempt"
                        + " it from session control of Google Cloud services");
        return finding.with("asked", asked).with("blocked", blocked);
    }

    private static Finding tokenBudget(GrantVitals vitals) {
        String detail = "At most " + vitals.mostRefreshTokens() + " refresh tokens were issued to one account; Google keeps "
                + TokenLimit.MOST;
        Finding finding = vitals.mostRefreshTokens() >= BUDGET_IS_NEAR
                ? Finding.warning("token_budget", "near", detail, "See \"The OAuth client\" in docs/operate/google.md:"
                        + " find out what asks for consent so often, and give each installation a client of its own")
                : Finding.fine("token_budget", "far", detail);
        return finding.with("most", vitals.mostRefreshTokens()).with("limit", TokenLimit.MOST);
    }

    private static Finding client(GrantVitals vitals) {
        long rejected = vitals.of(GrantStatus.CLIENT_REJECTED);
        Finding finding = rejected == 0
                ? Finding.fine("client_rejections", "none", "No grant is waiting for the client to be accepted again")
                : Finding.trouble("client_rejections", "rejected",
                        "Google has rejected our client at the refresh of " + rejected + " grants",
                        "Repair client id and secret; these people sign in once more, without new consent");
        return finding.with("count", rejected);
    }
}
