package dev.holdfast.storage.entity;

/** The user as whom this server logs in to the database. Its text form omits the password. */
public final class DatabaseUser {

    private final String name;
    private final String password;

    public DatabaseUser(String name, String password) {
        this.name = name;
        this.password = password;
    }

    public String name() {
        return name;
    }

    /** The password exactly as configured; empty if none is set. */
    public String password() {
        return password;
    }

    @Override
    public String toString() {
        return "DatabaseUser[" + name + "]";
    }
}
