package io.flowtide.functions.notifier;

import io.flowtide.functions.notifier.Retries.TroubleException;

/**
 * Slack's error codes, told apart by what has to be done.
 *
 * @param channel the channel's id
 * @param secret the name of the secret with the token
 */
record SlackErrors(String channel, String secret) {

    /**
     * Passes an answer on when it is good.
     *
     * @throws TroubleException when Slack is in trouble and may be asked again
     * @throws RefusedTokenException when the token is not taken
     * @throws SlackException when Slack says no for good
     */
    SlackApi.Answer check(String method, SlackApi.Answer answer) {
        if (answer.ok()) {
            return answer;
        }
        String error = answer.error() == null ? "no reason" : answer.error();
        String refusal = "Slack's " + method + " answered " + error + ": ";
        throw switch (error) {
            case "ratelimited", "internal_error", "fatal_error", "service_unavailable", "request_timeout" ->
                new TroubleException(error);
            case "invalid_auth", "not_authed", "token_expired", "token_revoked", "account_inactive" ->
                new RefusedTokenException(refusal + "put a valid bot token (xoxb-…) into the secret " + secret);
            case "channel_not_found" ->
                new SlackException(
                        refusal + "FLOWTIDE_SLACK_CHANNEL must be the id of a channel (like C0123456789), not "
                                + "its name, and a private channel needs the app invited; it is " + channel,
                        false);
            case "not_in_channel" ->
                new SlackException(refusal + "invite the app into channel " + channel + " (/invite @app)", false);
            case "is_archived" ->
                new SlackException(refusal + "channel " + channel + " is archived, choose another one", false);
            case "missing_scope" ->
                new SlackException(refusal + "give the app the scope " + scope(answer) + " and install it again", true);
            default -> new SlackException(refusal + "see docs.slack.dev/reference/methods/" + method, true);
        };
    }

    private static String scope(SlackApi.Answer answer) {
        return answer.needed() == null ? "files:write and chat:write" : answer.needed();
    }
}
