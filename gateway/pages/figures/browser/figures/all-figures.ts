import type { FigureId } from "../../shared/figure-list";
import { dispatchAtYearEnd } from "./dispatch-at-year-end";
import { dispatchOverYears } from "./dispatch-over-years";
import { fellowsByAgencyFigure, fellowsByCohortFigure } from "./fellows";
import type { Figure } from "./figure";
import { networkEventsFigure, networkMembersFigure } from "./networks";
import { recruitmentFunnelFigure } from "./recruitment-funnel";

/** How each figure is made. */
export const allFigures: Readonly<Record<FigureId, Figure>> = {
  "dispatch-organization": dispatchAtYearEnd("organization_type"),
  "dispatch-region": dispatchAtYearEnd("region"),
  "dispatch-years": dispatchOverYears,
  "recruitment-funnel": recruitmentFunnelFigure,
  "fellows-agency": fellowsByAgencyFigure,
  "fellows-cohort": fellowsByCohortFigure,
  "network-events": networkEventsFigure,
  "network-members": networkMembersFigure,
};
