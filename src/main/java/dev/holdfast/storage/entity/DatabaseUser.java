package dev.holdfast.storage.entity;

/** Who we are to the database. Prints no password. */
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

    /** Letter for letter; empty if none is set. */
    public String password() {
        return password;
    }

    @Override
    public String toString() {
        return "DatabaseUser[" + name + "]";
    }
}
