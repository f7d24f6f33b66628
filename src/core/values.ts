/** Measurements in time order. Functions of this library never modify them. */
export type Values = readonly number[] | Readonly<Float64Array>;
