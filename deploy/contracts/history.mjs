// The commits that a change is measured against, and the files in them.
import { execFileSync } from 'node:child_process';

/** Runs git in a folder; undefined where it fails, or where there is none. */
export const git = folder => (...args) => {
  try {
    return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
};

const id = (run, name) => run('rev-parse', '--verify', '--quiet', `${name}^{commit}`)?.trim();

/**
 * The commit that was named, which must exist; else the one at which the change left the default branch; on that branch the
 * first parent. And the commit itself where files were changed since. None without history.
 */
export function bases(run, named = process.env.JINGZHUN_BASE) {
  if (named) {
    const known = id(run, named);
    if (!known) throw new Error(`JINGZHUN_BASE (${named}) must be a commit of this clone; fetch it first`);
    return [known];
  }
  const head = id(run, 'HEAD');
  if (!head) return [];
  const fork = ['origin/HEAD', 'origin/main', 'main']
    .map(branch => id(run, branch) && run('merge-base', 'HEAD', branch)?.trim())
    .find(each => each && each !== head);
  const found = [fork ?? id(run, 'HEAD^1')].filter(Boolean);
  if (run('status', '--porcelain', '--', ':/*-service/contract/*', ':/deploy/contracts/landed/*')?.trim()) found.push(head);
  return found;
}

/** The files of a commit. */
export const commit = (run, hash) => ({
  name: hash.slice(0, 8),
  text: path => run('show', `${hash}:${path}`),
  list: path => (run('ls-tree', '--name-only', `${hash}:${path}`) ?? '').split('\n').filter(Boolean),
});
