import { type Atlas, makeAtlas } from '@kyphoscreen/rules'

let made: Atlas | undefined

/** Gives the atlas, made once from the rules this browser screens with. */
export function atlas(): Atlas {
  made ??= makeAtlas()
  return made
}
