"""Names: every row gives the sentence with the whole answer in brackets, labels by their letter."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policynlp.components.entities import find_entities, find_names
from policynlp.components.name_chunks import find_chunks

LABELS = {"O": "ORG", "P": "POLICY", "E": "EVENT", "S": "SECTOR", "G": "GROUP", "R": "REGION"}
CASES = [
    # ORG
    "在[O 党中央]、[O 国务院]坚强领导下",
    "支持[O 沈阳机床厂]技术改造",
    "自觉接受[O 市人大]、[O 市政协]监督",
    "我代表[O 海宁市人民政府]报告工作",
    "由[O 国家税务总局成都市税务局]牵头",
    "引进[O 华星集团]等龙头项目",
    "支持公立医院改善服务",
    # organs that are no more, with the country before them, and without their place
    "不再保留[O 国家电力监管委员会]，[O 国家海洋局]并入",
    "[O 中央金融委员会]与[O 国务院金融稳定发展委员会办公室]",
    "[O 中华人民共和国科学技术部]",
    "[O 绍兴市政府]工作报告",
    "接受[O 人大]依法监督、[O 政协]民主监督，听取人大代表、政协委员意见",
    "交通部门、财政部门共同负责",
    "深化与[O 湖南农大]、[O 山西矿业]合作",
    # a body inside an organ is one with it; several organs and classes of them are not
    "[O 中国人民银行杭州分行]与[O 国务院粮食安全办公室]会商，不再保留[O 中国人民银行]大区分行",
    "[O 自然资源部海洋研究所]落户，[O 科学技术部]所属单位划出",
    "落实[O 省委][O 省政府]部署，市、县人民政府负总责，市县人民政府落实",
    "依托国家工程实验室和国家重点实验室",
    # ministries written out, and a parliament that is no meeting
    "不再保留[O 人力资源和社会保障部]、[O 能源部]，能源部门配合",
    "[O 全国人民代表大会]批准，同级人民代表大会监督",
    # schools of a named place; those of 全县 are many, and pupils none
    "支持[O 象山二中]、[O 嘉兴路小学]和[O 台州职院]争创一流，[O 象山医专]“升本”",
    "改善[R 全县]中小学条件，[R 台州市]小学在校生增加，建设[R 台州]普通高级中学",
    # POLICY
    "大力实施[P 国家节水行动]",
    # behind what launches it a verb is part of the name; verbs before it are not
    "开展[P 整治违建专项行动]，实施[P 优化营商环境攻坚行动]",
    "规划建设[R 东湖新区]，编制实施[P 水利发展规划]，进入[P “小巨人”培育计划]",
    "[P 《石桥市十四五规划纲要（草案）》]提请审议",
    # what 等 sums up belongs to the name
    "启动[P 文旅、养老等六大消费工程]",
    "深化[P 资本、技术、数据等要素市场化改革]",
    # plain words before a head name no policy
    "加强战略规划和整体规划，防止形象工程，健全考核问责机制，完善社会救助制度",
    "根据[E 第三次农业普查]结果，启动[P 第四次农业普查]",
    "编制[P “十四五”规划]",
    "印发[P 《关于促进夜间消费的若干意见》]",
    # list numbers, notes and the words between verb and head are no part of a name
    "这次[P 国务院机构改革]，着手[P 国务院机构改革]，机构改革任务",
    "（三）[G 个体工商户]增加，[7][G 农民工]监测",
    "第四节　激励人才成长，精简人员，招引[G 头部企业]",
    "丰富“菜篮子”，开行中欧班列，实行[P 最低生活保障]",
    "[P 城乡居民养老保险制度]，[P 重点流域治理行动]，[P “2+4”现代产业体系]",
    "[P 最严格的水资源保护制度]",
    "编制村庄规划，妥善处理改革与稳定的关系",
    "上演话剧《江河万里》",
    "发行[P 超长期特别国债]",
    "出台[P 优化营商环境条例]",
    "持续抓好[P “百湖工程”]",
    "落实[P “六稳”]任务",
    "牢固树立“四个意识”",
    "推进[P 平安宁波建设]",
    "加快[P 长三角一体化发展]",
    "二期工程完工，重大工程提速",
    # a quotation goes on to the head behind it, and takes along what its articles are for
    "开展[P “两路两河”综合整治]",
    "推出[P “4助+N”老年照护服务项目]",
    "[P “351”社区智治体系]运行平稳",
    "强化[P “六稳”举措]",
    "出台[P 稳就业“18条”]、[P 促投资“22条”]",
    "建成“5+2”科技创新平台，“4+2”优势产业壮大",
    "4. [P “三集中”]：集中办公",
    "开展“邻里情”品牌活动60场",
    # names that share a head are one; names with heads of their own are not
    "推进[P 智慧社区、绿色港口和数字航道试点]",
    "实施[P 岗位推介、技能培训、创业扶助三项行动]",
    "深化[P 水权交易和水费计收方式改革]",
    "深化[P 户籍制度改革]和[P 税费制度改革]",
    "深化药品价格、[P 户籍制度改革]等改革",
    # papers and mechanisms begin behind the deed, whatever verbs they hold
    "出台[P 支持中小企业创新发展若干措施]",
    "制定[P 2035年前建筑节能行动方案]",
    "健全[P 维护渔民权益机制]，建立工作机制",
    "完善要素配置体制机制，采取措施、制定管理办法",
    "深化医药卫生体制改革，建立现代企业制度，加强监测预警机制",
    # 战略 and 工程 before another noun end no name
    "推进资产战略重组，增进战略互信，掌握工程技术，发展[S 海洋工程]",
    "滚动更新[P “益农”行动方案]，编制城乡建设规划",
    "统筹推进[P “五位一体”总体布局]，建设[P “丝绸之路经济带”]",
    # what is counted is an indicator
    "完成老旧小区改造35个，新建12项民心工程",
    "维护[P 联合国宪章]，落实[P 中央八项规定]精神，推进[P 简政放权]",
    # EVENT
    "办好[E 济南全运会]和残特奥赛事",
    "全面贯彻[E 党的二十大]精神",
    "在[E 衢州市第八届人民代表大会第三次会议]上",
    "成功举办[E 第五届中国国际丝绸博览会]",
    "[E 疫情]防控平稳有序",
    "果断处置校园[E 疫情]，抗击[E 新冠肺炎疫情]，受[R 全球][E 疫情]冲击，不惧[E 汶川特大地震]",
    "气象、地震、人防工作进步",
    "学习[E 二十届二中、三中全会]精神",
    "本届[O 市政府]常务会议研究部署",
    # a meeting takes along the body that meets
    "出席[E 上海合作组织峰会]、[E 金砖国家领导人会晤]",
    # SECTOR: a common word only where it stands for the industry
    "[S 集成电路]、[S 人工智能]等[S 新兴产业]壮大",
    "[S 教育]、[S 医疗]和[S 文化]事业进步",
    "教育资源布局优化，文化活动丰富多彩",
    "[S 现代服务业]提质",
    "工业园区扩容",
    # an industry of the national classification is one name whatever marks it holds
    "[S 铁路、船舶、航空航天和其他运输设备制造业]、[S 医药制造业]增长",
    "[S 电力、热力生产和供应业]，[S 黑色金属冶炼和压延加工业]",
    "规范发展[S 中介服务业]，壮大[S 草原畜牧业]，推动[S 一二三产业]融合",
    "第五章　发展[S 社区服务业]",
    # lines of government work are no industries
    "法律、审计、侨务和档案工作，外事、人防有新进步",
    "做强主导产业，[S 钢铁]、[S 电力]和[S 海上风电]，商业街开张",
    # GROUP
    "帮助[G 高校毕业生]、[G 农民工]就业",
    "[R 全市][G 高新技术企业]达到2000家",
    "关爱[G 农村留守儿童]",
    "企业家信心回升",
    "[R 全国]各族人民团结奋斗，人民群众满意",
    "引导[G 煤炭企业]兼并重组，依靠[G 民营企业]和[G 外出农民工]",
    "[G 国有商业银行]改制，[G 中介机构]规范，服务[G 企业]",
    # the word before the head says which, whatever follows
    "服务[G 平台企业]发展，指导[G 排污企业]，照料[G 农村留守老人]生活",
    "感谢[G 澳门特别行政区同胞]，组织干部群众学习，提升[S 传统产业]",
    # figures of speech in quotation marks name no policy
    "打通“最后一公里”，实现粮食“九连丰”，绘好“一张图”",
    # regions inside longer names give way
    "[O 北京市人民政府]与[R 河北]签约",
]


def parse(marked: str) -> tuple[str, list[tuple[str, str]]]:
    found = re.findall(r"\[([A-Z]) ([^\]]*)\]", marked)
    return re.sub(r"\[[A-Z] ([^\]]*)\]", r"\1", marked), [(LABELS[k], v) for k, v in found]


@pytest.mark.parametrize("marked", CASES)
def test_names(marked):
    text, expected = parse(marked)
    assert [(name.label, text[name.start : name.end]) for name in find_names(text)] == expected


def test_entities_leave_regions_out():
    assert [name.label for name in find_entities("北京市人民政府与河北签约")] == ["ORG"]


@pytest.mark.parametrize(
    ("text", "chunks"),
    [
        ("大力实施国家节水行动", ["国家节水行动"]),
        ("推进“百湖、千塘”工程", ["“百湖、千塘”工程"]),
        ("构建和谐劳动关系", ["和谐劳动关系"]),
        ("，。", []),
    ],
)
def test_chunks(text, chunks):
    assert [text[start:end] for start, end in zip(*find_chunks(text), strict=True)] == chunks


@given(
    st.text(
        alphabet="全市农业“”（）《》、，。\n和的国家节水行动规划成都高新区第一届会议企业1",
        max_size=60,
    )
)
def test_names_never_overlap_nor_cross_a_sentence(text):
    names = find_names(text)
    assert all(a.end <= b.start for a, b in pairwise(names))
    assert all(name.start < name.end for name in names)
    assert not [n for n in names if set("\n。；！？") & set(text[n.start : n.end])]
