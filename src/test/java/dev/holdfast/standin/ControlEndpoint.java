package dev.holdfast.standin;

/** {@code /control}. */
final class ControlEndpoint implements Endpoint {

    ControlEndpoint(World world, Control control) {}

    @Override
    public Answer answer(Call call) {
        return Answer.empty(404);
    }
}
