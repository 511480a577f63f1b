/** Where a label stands if nothing is in its way: its middle and its lower edge, in pixels. */
export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** A label, and by how many pixels it is lifted. */
export interface RaisedLabel<Place> {
  readonly place: Place;
  readonly up: number;
}

const height = 12;
const halfOf = ({ text }: LabelPlace) => (text.length * 6.5) / 2 + 2;

/** Lifts each label over those before it that it would run into. */
export function raisedLabels<Place extends LabelPlace>(
  places: readonly Place[],
): RaisedLabel<Place>[] {
  const done: RaisedLabel<Place>[] = [];
  for (const place of places) {
    let up = 0;
    const inTheWay = () =>
      done.find(
        (other) =>
          Math.abs(other.place.x - place.x) < halfOf(other.place) + halfOf(place) &&
          Math.abs(other.place.y - other.up - (place.y - up)) < height - 0.5,
      );
    for (let other = inTheWay(); other; other = inTheWay()) {
      up = place.y - (other.place.y - other.up) + height;
    }
    done.push({ place, up });
  }
  return done;
}
