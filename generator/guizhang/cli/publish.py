"""Publish the handbook inside a company."""

from __future__ import annotations

from pathlib import Path

import click

from guizhang.cli.shell import counted, load_checked, root_argument, say, show, step
from guizhang.diagnostics import Severity


@click.command()
@root_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write; ROOT/published when absent.",
)
@click.option(
    "--open", "public", is_flag=True, help="Let search engines find it: sitemap and robots.txt instead of noindex."
)
@click.option("--verify", is_flag=True, help="Publish nothing; compare the folder with its manifest.")
def publish(root: Path, output: Path | None, *, public: bool, verify: bool) -> None:
    """Build the site for a company's web server.

    Headers and a manifest come with it. Refuses rules still marked for review, and files that were never meant for readers.
    """
    from guizhang.site.publish.manifest import differences
    from guizhang.site.publish.publish import publish as publish_site

    target = output or root / "published"
    if verify:
        found = differences(target)
        show(found)
        if not found:
            say("与发布清单一致", "as it was published")
        raise SystemExit(1 if found else 0)
    with step("检查内容，生成网站", "checking content, building the site"):
        done = publish_site(root, target, check=lambda: load_checked(root)[1], public=public)
    show([fault for fault in done.diagnostics if fault.severity is not Severity.NOTE])
    manifest = done.manifest
    pages = sum(path.endswith(".html") for path in manifest.files)
    size = f"{manifest.size_bytes / 1e6:.1f} MB"
    say(
        f"{manifest.edition or '未注明'} 版：{pages} 页，{len(manifest.files)} 个文件，{size}，校验值 {manifest.digest[:16]}",
        f"edition {manifest.edition or '-'}: {counted(pages, 'page')}, {counted(len(manifest.files), 'file')}, {size}, digest {manifest.digest[:16]}",
    )
    say(f"给读者：{target / 'public'}", f"for readers: {target / 'public'}")
    say(f"服务器配置示例：{target / 'server'}", f"for the web server: {target / 'server'}")
    say(f"发布清单：{target / 'manifest.json'}", f"manifest: {target / 'manifest.json'}")
