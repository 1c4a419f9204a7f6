package io.flowtide.functions.datajoin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/** A client that tells of each call before it is made; what the listener throws, the caller gets. */
final class Wrapped {

    private Wrapped() {}

    /** @param listener gets the name of the operation: {@code putItem} */
    static <T> T client(Class<T> type, T client, Consumer<String> listener) {
        return type.cast(Proxy.newProxyInstance(
                Wrapped.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    listener.accept(method.getName());
                    try {
                        return method.invoke(client, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
