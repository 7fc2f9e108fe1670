import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Petrol: the one colour of links and acts. Shade 7 on white and shade 3 on the dark ground both read at 4.5:1 or better. */
const petrol: MantineColorsTuple = [
  '#eaf4f6',
  '#d5e7eb',
  '#abcfd7',
  '#86bac6',
  '#5fa2b1',
  '#3f899b',
  '#2b7185',
  '#1f5b6d',
  '#184958',
  '#113642',
];
/** Ink: greys with a little blue, as print looks. */
const gray: MantineColorsTuple = [
  '#f7f7f5',
  '#efefec',
  '#e3e3df',
  '#cfcfca',
  '#a9abab',
  '#7c8186',
  '#5c6269',
  '#444b54',
  '#2d343d',
  '#1b2129',
];
const dark: MantineColorsTuple = [
  '#dfe2e6',
  '#c3c8ce',
  '#a3aab3',
  '#7b848f',
  '#4d5661',
  '#38414b',
  '#2b333c',
  '#20272f',
  '#181e25',
  '#11161b',
];
const brick: MantineColorsTuple = [
  '#fbeeec',
  '#f5dad6',
  '#ecb3ab',
  '#e08b80',
  '#d3665a',
  '#c24a3d',
  '#a93a2e',
  '#8e2f25',
  '#73251d',
  '#561b15',
];
const amber: MantineColorsTuple = [
  '#fcf4e3',
  '#f8e7c3',
  '#f0cf8a',
  '#e6b553',
  '#d69b2c',
  '#b9801a',
  '#976611',
  '#7a510d',
  '#5f3f0a',
  '#442d07',
];
const moss: MantineColorsTuple = [
  '#eef5ec',
  '#dbe9d7',
  '#b6d3ae',
  '#92bc87',
  '#71a564',
  '#568c49',
  '#437239',
  '#355c2d',
  '#294723',
  '#1d3319',
];

const serif = "Charter, 'Bitstream Charter', 'Sitka Text', Cambria, 'Iowan Old Style', Georgia, serif";
const sans = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";

/** A board paper: serif headings, plain body, one colour for acts; state is told by words first and colour second. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, gray, dark, red: brick, amber, green: moss, brick, moss },
  fontFamily: sans,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.3125rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.55', lg: '1.5', xl: '1.4' },
  headings: {
    fontFamily: serif,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.875rem', lineHeight: '1.2' },
      h2: { fontSize: '1.3125rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
});

/** The ground, the lines and the quiet text of both schemes; quiet text keeps 4.5:1 on its ground. */
export const schemeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfaf8',
    '--mantine-color-text': '#1b2129',
    '--mantine-color-dimmed': '#5c6269',
    '--mantine-color-placeholder': '#6b7178',
    '--mantine-color-error': '#a93a2e',
    '--mantine-color-anchor': '#1f5b6d',
    '--ui-raised': '#ffffff',
    '--ui-line': '#e3e3df',
    '--ui-line-strong': '#8d9296',
    '--ui-quiet': '#f2f1ed',
  },
  dark: {
    '--mantine-color-body': '#11161b',
    '--mantine-color-text': '#e6e8eb',
    '--mantine-color-dimmed': '#a3aab3',
    '--mantine-color-placeholder': '#929aa4',
    '--mantine-color-error': '#e99a90',
    '--mantine-color-anchor': '#86bac6',
    '--ui-raised': '#181e25',
    '--ui-line': '#2b333c',
    '--ui-line-strong': '#6b7580',
    '--ui-quiet': '#1d242b',
  },
});
