/** The code of the Mike Mansfield Fellowship Program, which mansfield_*.csv and the figures are about. */
export const mansfieldProgram = "MIKE_MANSFIELD";
