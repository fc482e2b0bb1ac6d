"""Rules of four kinds: a flat list, a list under numbered headings, a table without ids, chapters of which one is a table."""

FLAT = """
id: flat
title: {zh: 晨会规定, en: Morning meeting}
edition: {version: "1", effective: 2027-01-01}
body:
  - text: {zh: 店长主持。}
  - item: 1
    id: one
    label: 1、
    text: {zh: 九点开始。}
    body:
      - {item: 1, id: one-one, text: {zh: 迟到记录。}}
  - {item: 2, id: two, label: 2、, applies_to: [reception], text: {zh: 前台站第一排。}}
"""
HEADED = """
id: headed
title: {zh: 仓库规定}
edition: {version: "1"}
body:
  - item: 1
    id: goods
    label: 一、
    title: {zh: 收货}
    body:
      - {item: 1, id: check, label: 1、, text: {zh: 核对送货单。}}
      - item: 2
        id: shelve
        label: 2、
        text: {zh: 下列货物当天上架：}
        body:
          - {item: 1, text: {zh: 冷冻品；}}
          - {item: 2, text: {zh: 鲜花。}}
  - item: 2
    id: fire
    label: 二、
    title: {zh: 消防}
    text: {zh: 听从安保部指挥。}
    body:
      - {item: 3, id: smoke, label: 3、, text: {zh: 库区不得吸烟。}}
"""
TABLE = """
id: table
title: {zh: 处罚标准}
edition: {version: "1"}
body:
  - text: {zh: "行为\\t处罚"}
  - text: {zh: "早退\\t罚款20元"}
"""
CHAPTERS = """
id: chapters
title: {zh: 两章}
edition: {version: "1"}
body:
  - text: {zh: 前言。}
  - chapter: 1
    id: rules
    title: {zh: 条文}
    body:
      - text: {zh: 导语。}
      - {article: 1, id: first, text: {zh: 按时到岗。}}
      - item: 1
        title: {zh: 没有编号标识的一组}
        body:
          - {item: 1, id: inner, text: {zh: 组内的一项。}}
  - chapter: 2
    id: sheet
    title: {zh: 附表}
    body:
      - section: 1
        title: {zh: 甲}
        body:
          - {applies_to: [agent], text: {zh: "早退\\t20元"}}
      - {applies_to: [reception], text: {zh: "迟到\\t10元"}}
"""
