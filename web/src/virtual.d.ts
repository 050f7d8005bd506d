declare module 'virtual:land' {
  interface PanelPaths {
    land: string;
    claimed: string;
    borders: string;
  }
  const land: { region: PanelPaths; peninsula: PanelPaths };
  export default land;
}
declare module '*.css';
