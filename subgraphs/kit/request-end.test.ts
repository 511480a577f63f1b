import { RequestEnd } from "./request-end";

it("tells each watcher once, and none that watches no more or came too late", () => {
  const end = new RequestEnd();
  const told: string[] = [];
  const late = () => void told.push("late");
  const gone = () => void told.push("gone");
  end.watch(() => {
    told.push("first");
    end.watch(late);
    end.unwatch(gone);
  });
  end.watch(gone);
  end.watch(() => void told.push("second"));
  expect(end.isOver).toBe(false);
  end.end();
  expect(end.isOver).toBe(true);
  end.watch(late);
  end.end();
  expect(told).toEqual(["first", "second"]);
});
