package io.flowtide.core.services;

/**
 * What is known of an address or an interface, by numbers of {@link ServiceMap#services()} and {@link ServiceMap#zones()}.
 *
 * @param service 0 when it is not mapped
 * @param zone 0 when it is not mapped
 */
record Place(int service, int zone) {

    static final Place UNKNOWN = new Place(0, 0);

    /** The same, with what is not known here taken from what lies around. */
    Place within(Place outer) {
        return new Place(service == 0 ? outer.service : service, zone == 0 ? outer.zone : zone);
    }
}
