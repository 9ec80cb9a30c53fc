import { Answer } from './state';

const ADDRESS = 'https://holdfast.department.subsidiary.example/signals/google';

/** The receiver of security signals, which has been verified once. */
export const SIGNALS: Answer = {
  body: {
    receiving: true,
    key_file_set: true,
    address: ADDRESS,
    verified_at: '2026-03-03T10:00:00Z',
    verified_state: 'holdfast-1',
  },
};

/** The stream of another installation, found on connecting. */
export const FOREIGN: Answer = {
  body: {
    check: 'signal_stream',
    verdict: 'warning',
    outcome: 'foreign',
    values: { found: 'https://another-installation.department.subsidiary.example/risc', url: ADDRESS },
    detail: 'Elsewhere',
    cure: 'Think',
  },
};
