import type ts from "typescript";
import { tslabTypeScript as compiler } from "./tslab-typescript.js";

/** Gives local modules, which run as CommonJS, their `import.meta` from what CommonJS has for it. */
export const importMetaOfCommonJs: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const { factory } = context;
  const name = (text: string) => factory.createIdentifier(text);
  const url = () => {
    const load = factory.createCallExpression(name("require"), undefined, [
      factory.createStringLiteral("node:url"),
    ]);
    const toUrl = factory.createPropertyAccessExpression(load, "pathToFileURL");
    const made = factory.createCallExpression(toUrl, undefined, [name("__filename")]);
    return factory.createPropertyAccessExpression(made, "href");
  };
  const visit = (node: ts.Node): ts.Node => {
    if (!compiler.isMetaProperty(node) || node.keywordToken !== compiler.SyntaxKind.ImportKeyword)
      return compiler.visitEachChild(node, visit, context);
    return factory.createParenthesizedExpression(
      factory.createObjectLiteralExpression([
        factory.createPropertyAssignment("url", url()),
        factory.createPropertyAssignment("dirname", name("__dirname")),
        factory.createPropertyAssignment("filename", name("__filename")),
      ]),
    );
  };
  return compiler.visitEachChild(file, visit, context);
};
