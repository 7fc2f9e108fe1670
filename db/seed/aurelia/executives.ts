import type { CastPerson, CastStay } from '../cast.ts';

/** A career, newest first: each stay ends where the one before it in the list begins, unless it says so itself. */
const ours = (
  key: string,
  name: string,
  ...career: readonly (readonly [post: string, from: number, to?: number])[]
): CastPerson => ({
  key,
  name,
  organisation: 'aurelia',
  career: career.map(([post, from, to]): CastStay => ({ post, from: -from, ...(to === undefined ? {} : { to: -to }) })),
});

/** Ten years of posts, in months ago. Aurelia moves its people every three to four years, often across divisions. */
export const executives: readonly CastPerson[] = [
  // The executive committee
  ours('margarethe', 'Margarethe Oyelaran', ['ceo', 52], ['coo', 96], ['automation', 131]),
  ours('tomasz', 'Tomasz Wierzbicki', ['cfo', 40], ['treasury', 84]),
  ours('sunniva', 'Sunniva Raghunathan', ['cto', 64], ['applied', 101]),
  ours('rafael', 'Rafael Ibarrola', ['coo', 52], ['automation', 96], ['offshore', 133]),
  ours('haruka', 'Haruka Minegishi', ['cio', 30], ['cyber', 68], ['product-software', 104]),
  ours('abena', 'Abena Quartey-Voss', ['chro', 45], ['people-europe', 90]),
  ours('lorcan', 'Lorcan Fitzhenry', ['counsel', 74], ['deputy-counsel', 120]),
  ours('camille', 'Camille Toussaint', ['cmo', 26], ['brand', 44], ['americas', 78], ['marketing-health', 121]),
  ours('henrik', 'Henrik Aldenbrook', ['mobility', 41], ['europe', 82], ['sales-drives', 124]),
  ours('priya', 'Priya Venkataswamy', ['energy', 41], ['mobility', 79], ['projects-energy', 96], ['storage', 118]),
  ours('ottilie', 'Ottilie Brandsma', ['health', 14], ['homecare', 52], ['marketing-health', 94]),
  ours('kwabena', 'Kwabena Asare-Holt', ['automation', 52], ['buildings', 82], ['process', 118]),
  // Product lines
  ours('nadezhda', 'Nadezhda Kolarova', ['drives', 20], ['charging', 63], ['sales-drives', 99]),
  ours('junseo', 'Hwang Jun-seo', ['rail', 41], ['software', 80], ['japan', 119]),
  ours('lucia', 'Lucía Arrizabal', ['charging', 20], ['drives', 58], ['sales-rail', 97]),
  ours('pieter', 'Pieter-Jan Vroomans', ['grid', 38], ['process', 82], ['rail', 118]),
  ours('amarachi', 'Amarachi Nwosu', ['storage', 16], ['projects-energy', 55], ['south-asia', 93]),
  ours('teodor', 'Teodor Halász', ['hydrogen', 29], ['strategy-energy', 55], ['storage', 96]),
  ours('wanjiru', 'Wanjirũ Kamau-Lindholm', ['offshore', 36], ['sales-grid', 74], ['nordics', 112]),
  ours('elif', 'Elif Karadeniz', ['imaging', 33], ['digital-health', 43], ['diagnostics', 74], ['clinical', 110]),
  ours('samir', 'Samir Boutaleb', ['diagnostics', 43], ['hydrogen', 79], ['south', 115]),
  ours('greta', 'Greta Lindenskov', ['homecare', 6], ['integration', 33], ['imaging', 70], ['plants', 111]),
  ours('bao', 'Trịnh Bảo Anh', ['process', 38], ['grid', 81], ['engineering', 117]),
  ours('marisol', 'Marisol Echeveste', ['buildings', 22], ['engineering', 60], ['latin-america', 96]),
  ours('callum', 'Callum MacIlwraith', ['software', 41], ['rail', 82], ['service-automation', 120]),
  // Regions and functions
  ours('francesca', 'Francesca Bellandi', ['europe', 31], ['transformation', 57], ['mea', 94]),
  ours('deshawn', 'DeShawn Whitlock', ['americas', 44], ['north-america', 80]),
  ours('meilin', 'Goh Mei-Lin', ['apac', 22], ['buildings', 52], ['japan', 80]),
  ours('yusuf', 'Yusuf al-Hamdani', ['mea', 57], ['apac', 92]),
  ours('anneke', 'Anneke Roelofs', ['strategy', 27], ['corpdev', 66], ['treasury', 102, 85]),
  ours('viktor', 'Viktor Sandoval-Krause', ['supply', 34], ['plants', 71]),
  ours('signe', 'Signe Thorvaldsdóttir', ['nordics', 28], ['sales-grid', 62, 30]),
  ours('bruno', 'Bruno Castelhano', ['latin-america', 37], ['sales-rail', 70]),
  ours('erin', 'Erin Kowalczyk-Hayes', ['north-america', 44], ['service-automation', 81]),
  ours('kenji', 'Aramoto Kenji', ['japan', 49], ['sales-drives', 83, 52]),
  ours('farida', 'Farida Siddiqui', ['south-asia', 25], ['clinical', 58]),
  ours('paolo', 'Paolo Terranova', ['south', 33], ['sales-drives', 50]),
  ours('ngozi', 'Ngozi Adichukwu', ['applied', 36]),
  ours('jakub', 'Jakub Nevřela', ['treasury', 40]),
  ours('leila', 'Leïla Benhaddou', ['corpdev', 27], ['strategy-energy', 54, 29]),
  ours('tane', 'Tāne Rewiti', ['cyber', 30]),
  // Two who have left: their sponsorships had to pass to somebody, or still have to.
  ours('beatriz', 'Beatriz Monteverde', ['health', 55, 14], ['energy', 88]),
  ours('roland', 'Roland Petersheim', ['digital', 16, 1], ['storage', 55]),
];

/** Those who answer for the alliances from day to day. */
export const alliancePeople: readonly CastPerson[] = [
  ours('saskia', 'Saskia Verhoeven-Otieno', ['alliances', 33], ['m-europe', 71], ['contracts', 118]),
  ours('dario', 'Dario Zanetti', ['m-mobility', 46]),
  ours('hanne', 'Hanne Sørbakken', ['m-energy', 39]),
  ours('rohan', 'Rohan Deshmukh', ['m-health', 27]),
  ours('yuki', 'Tamashiro Yuki', ['m-automation', 31]),
  ours('clemence', 'Clémence Aubrisset', ['m-europe', 33], ['m-health', 68]),
  ours('thabo', 'Thabo Mokoena', ['m-markets', 18]),
];
