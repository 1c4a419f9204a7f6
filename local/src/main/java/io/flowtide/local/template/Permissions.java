package io.flowtide.local.template;

import java.util.List;

/** Who may invoke which function. AWS refuses silently what the template forgot to allow; here it is said at once. */
final class Permissions {

    private final List<Permission> permissions;

    Permissions(List<Permission> permissions) {
        this.permissions = permissions;
    }

    record Permission(String principal, String source, String function) {}

    void check(Wiring wiring) {
        wiring.subscriptions()
                .forEach(subscription ->
                        check(new Permission("sns.amazonaws.com", subscription.topic(), subscription.function())));
        wiring.schedules()
                .forEach(
                        schedule -> check(new Permission("events.amazonaws.com", schedule.arn(), schedule.function())));
    }

    private void check(Permission needed) {
        if (!permissions.contains(needed)) {
            throw new TemplateException("The template has no AWS::Lambda::Permission by which " + needed.source()
                    + " may invoke " + needed.function());
        }
    }
}
