#!/bin/sh
# Builds the stylesheet and copies the fonts into the package. Run after a change in sass/ or of a version; commit the output.
set -eu
cd "$(dirname "$0")"
[ -d node_modules ] || npm ci --ignore-scripts --no-audit --no-fund
out=../src/equalterms/design/static/design
mkdir -p "$out/fonts"
# The library's mixins take only numbers for line heights; 1.501 stands for the height that a reader has chosen.
npx --no-install sass --pkg-importer=node --style=compressed --no-source-map --no-charset --quiet-deps \
  sass/equalterms.scss "$out/equalterms.css"
sed -i 's/line-height:1\.501/line-height:var(--lines)/g' "$out/equalterms.css"
for subset in latin latin-ext; do
  for weight in 400 700; do
    cp "node_modules/@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-$subset-$weight-normal.woff2" \
      "$out/fonts/atkinson-hyperlegible-next-$subset-$weight.woff2"
  done
done
cp node_modules/@fontsource/atkinson-hyperlegible-next/LICENSE "$out/fonts/LICENSE-atkinson-hyperlegible-next.txt"
printf 'equalterms.css: %s bytes, %s gzipped\n' "$(wc -c <"$out/equalterms.css")" "$(gzip -9c "$out/equalterms.css" | wc -c)"
# The press sets type from TrueType files.
uv run --no-project --with fonttools==4.68.0 --with brotli==1.2.1 python print_fonts.py \
  node_modules/@fontsource/atkinson-hyperlegible-next ../src/equalterms/engines/press/fonts
