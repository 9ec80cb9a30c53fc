export { FakeChannels, FakeKeys, FakeLock, FakeNote, FakePage, FakePopups } from './fake-browser';
export { FakeFeed, type FakeStream, FakeTurn } from './fake-feed';
export { FakeClock, settle } from './fake-clock';
export { FakeServer } from './fake-server';
export { SessionFakes } from './session-fakes';
