package unicode

// Written by generators/unicode.

// Tables of the runes of each script.
var (
	Adlam                 = ranges("PXj3[21591511")
	Ahom                  = ranges("PhU2J13>15F1")
	Anatolian_Hieroglyphs = ranges("PPa2VB1")
	Arabic                = ranges("P`1412512=12212O1291<I12[312Q11a2_11a7N12117Y212L1abl1b31AZ;13_213e118Q1Q11>1a3412V41Tk3N1o321Qhg131" +
		"2J12112332912312227552421112112332821223312612312312221812@16212412@1e111")
	Armenian            = ranges("aY1U113a11321T\\m141")
	Avestan             = ranges("PhR2e11461")
	Balinese            = ranges("Ph6\\214^11")
	Bamum               = ranges("PeY1g21YX`1hA1")
	Bassa_Vah           = ranges("`fj2M1351")
	Batak               = ranges("Pn6c11931")
	Bengali             = ranges("P\\2312713113E12612441213813113319551221313H1")
	Bhaiksuki           = ranges("PPW2812\\112=1;L1")
	Bopomofo            = ranges("ZG11j`;Z11a3O1")
	Brahmi              = ranges("PPT2]215S11:0")
	Braille             = ranges("PP:o71")
	Buginese            = ranges("P`6K1311")
	Buhid               = ranges("Pj5C1")
	Canadian_Aboriginal = ranges("PP5oC1aAU21k]P2?1")
	Carian              = ranges("PeP2`11")
	Caucasian_Albanian  = ranges("`YQ2c11<0")
	Chakma              = ranges("PXT2d112A1")
	Cham                = ranges("P`Z1f11:=1391331")
	Cherokee            = ranges("Pm4e21351ckU1_21")
	Chorasmian          = ranges("`mS2K1")
	Common              = ranges("0P21K51K^112>1241HP1P1R>V116413C1e3::722nC77?44Q1m4m4U@R4R41jV1jV1f<31S9`_1`_1111X211\\6112^V1^V1>881" +
		"212512213VHVH1:13f212:14:12>1BP11P2U112213512J12@1Z1215fD1J:1FoL1Q8cC13O12X31Q@m21c<;15412221G1@7153" +
		"1l2114k2k21d4d41>1Q1S11m1o11P1`21`1i2i21V51Q^6o11QXFQ11W321V591e7Q5Q5\\<??1c^Dc^D1a6a6181GR112B1231d4" +
		"221N1K51K:1;^1^11Q2Q2151261;41S8215\\11481a2<1d1\\11U7J1U]^131]e4c31m1e71;V113m114@19118M15l11f6C1=C1=" +
		"f21:H1X4d212V212113331331212;12221512P212313712612K12312412441512c:13S913a11bS5S21]2l11SF[115S31=>13" +
		">12>12T11;]51i1I1211>[11581811?51k4gN15@14<14f315n217;15@@1:15g119917W119M1311_2c:1==13<14818]112619" +
		"=15818818b412f11V191XPQHOO1n21")
	Coptic               = ranges("RO=1aT:c31661")
	Cuneiform            = ranges("PPX2iL1W3^31241<S61")
	Cypriot              = ranges("PPR2513221Z11211433")
	Cypro_Minoan         = ranges("`l[2R31")
	Cyrillic             = ranges("PP1T413X51aj581S5]2]2XS4O1QRNo21_lE11Q`h1m11R10")
	Deseret              = ranges("PPQ2_21")
	Devanagari           = ranges("PX2`215>13I1QkW1O1Q`L91")
	Dives_Akuru          = ranges("PXV2613331612112M12113;1:91")
	Dogra                = ranges("PPV2k11")
	Duployan             = ranges("PP_3Z316<1481891331")
	Egyptian_Hieroglyphs = ranges("PP\\2eR11")
	Elbasan              = ranges("PXQ2W11")
	Elymaic              = ranges("PoS2F1")
	Ethiopic             = ranges("P`4X212313612221213X112313P112313612221213>12h112313R213O14I1W_6F1:61261261261261261261261SYO5135135" +
		"1:61261bU_2612312112>1")
	Georgian   = ranges("PU4U112663Z11231al2Z11321QR4U11266")
	Glagolitic = ranges("PP;o21Qm\\3612@1361211241")
	Gothic     = ranges("`iP2J1")
	Grantha    = ranges("PhT2312713113E1261211241381311321377661361441")
	Greek      = ranges("`K312213312552221112221B12n11??1WY641c141541e2Q:Q:1D13513U113513712621M13d112>12=13512B1321281X9oaR1" +
		"oaR1k^E^21BPSd1PSd11T21")
	Gujarati         = ranges("Qd2212812212E12612112413912212213@@1213;1861")
	Gunjala_Gondi    = ranges("P[W2512112T11211251891")
	Gurmukhi         = ranges("Q`2212515113E12612112112113221315113214881212881?1")
	Han              = ranges("Pd;I12h21=e61`122J81?31UNo]61Q2o_D1QXF];13Y31YXM11=11_PT1ofY11Q1iQ417m613Qd51?`Y71PQ3m@1S_1Zj416oR41")
	Hangul           = ranges("PX4o71_a711R8m21b3N1R2N1RgML1TDSm:1=F15`11Um9N1451351351321")
	Hanifi_Rohingya  = ranges("PXS2W11991")
	Hanunoo          = ranges("Pi5D1")
	Hatran           = ranges("PWR2B1211641")
	Hebrew           = ranges("a\\1f119J1551YYm1I1241222122122181")
	Hiragana         = ranges("QR<e21721Rko2n81CNN111^U@0")
	Imperial_Aramaic = ranges("PRR2E1281")
	Inherited        = ranges("PH_31f811U>:1KQGQG121lZ4N1R@212<1261577411W6o11]@11S6P11ji331\\311V[c1?1A=1`NS7S7kR4Un^1Un^11\\113F1QA" +
		"21B71361O31cj[H_71")
	Inscriptional_Pahlavi  = ranges("PkR2B1671")
	Inscriptional_Parthian = ranges("PjR2E1371")
	Javanese               = ranges("P\\Z1]21391511")
	Kaithi                 = ranges("PTT2R21;0")
	Kannada                = ranges("PT3<12212F1291241381221231811711231391221")
	Katakana               = ranges("QU<i21321a7?1a6^112g21_Pc1912\\11cR\\1312612112P9P9111c1??121")
	Kawi                   = ranges("PhW2@12X114K1")
	Kayah_Li               = ranges("PXZ1]1120")
	Kharoshthi             = ranges("P`R2312116712212L1321591881")
	Khitan_Small_Script    = ranges("Tok2lh6lh61d>1")
	Khmer                  = ranges("Pl5m21391791W?O1")
	Khojki                 = ranges("P`T2A12^11")
	Khudawadi              = ranges("`eT2j11691")
	Lao                    = ranges("Qd3112221312G12221E1341222151291331")
	Latin                  = ranges("Q2I17I1`1@@6F12N12P>1X141l`6U117`116316<12U21R2o71b;>>A<1^4117LLBX11hf2O1SeNU314o11611222131I=1aIZ11" +
		"281231glC61kP1I17I1VQ2512Y11281Vje1N1751")
	Lepcha                 = ranges("PP7g114>1421")
	Limbu                  = ranges("PX6N12;15;15441:1")
	Linear_A               = ranges("P`Q2f91:E1;71")
	Linear_B               = ranges("PPP2;12I12B12112>13=1S1j31")
	Lisu                   = ranges("`VY1_11aeN0")
	Lycian                 = ranges("PdP2L1")
	Lydian                 = ranges("PYR2I160")
	Mahajani               = ranges("`ZT2V11")
	Makasar                = ranges("PgW2H1")
	Malayalam              = ranges("PX3<12212b112212515?13I1")
	Mandaic                = ranges("PR2K130")
	Manichaean             = ranges("PfR2V115;1")
	Marchen                = ranges("`SW2O13E12=1")
	Masaram_Gondi          = ranges("PXW2612112[11422122171991")
	Medefaidrin            = ranges("Pbk2j21")
	Meetei_Mayek           = ranges("PgZ1F1Z6]11391")
	Mende_Kikakui          = ranges("PPj3T613?1")
	Meroitic_Cursive       = ranges("P]R2G15C13]11")
	Meroitic_Hieroglyphs   = ranges("P\\R2O1")
	Miao                   = ranges("Phk2Z215h118@1")
	Modi                   = ranges("P`U2T21<91")
	Mongolian              = ranges("PP6113221B17h218Z11f]o1<1")
	Mro                    = ranges("Pbj2N1291511")
	Multani                = ranges("PdT2612221212>12:1")
	Myanmar                = ranges("PP4o41QZV1N1R3O1")
	Nabataean              = ranges("PTR2N1981")
	Nag_Mundari            = ranges("`Vi3Y11")
	Nandinagari            = ranges("P]V2713]113:1")
	New_Tai_Lue            = ranges("P\\6[115I17:1411")
	Newa                   = ranges("PPU2k21241")
	Nko                    = ranges("Pn1j11321")
	Nushu                  = ranges("Qok2_\\@_\\@1Z<1")
	Nyiakeng_Puachue_Hmong = ranges("PXh3\\114=1391511")
	Ogham                  = ranges("Pd5L1")
	Ol_Chiki               = ranges("`R7_11")
	Old_Hungarian          = ranges("PTS2b11>b11851")
	Old_Italic             = ranges("PhP2S11:21")
	Old_North_Arabian      = ranges("PdR2O1")
	Old_Permic             = ranges("`jP2Z11")
	Old_Persian            = ranges("PmP2S115=1")
	Old_Sogdian            = ranges("PhS2W11")
	Old_South_Arabian      = ranges("PcR2O1")
	Old_Turkic             = ranges("PPS2X21")
	Old_Uyghur             = ranges("`kS2I1")
	Oriya                  = ranges("Qh2212713113E12612112413813113218215112413A1")
	Osage                  = ranges("`UQ2S115S11")
	Osmanya                = ranges("PTQ2M1391")
	Pahawh_Hmong           = ranges("Phj2U21;912612D16B1")
	Palmyrene              = ranges("PSR2O1")
	Pau_Cin_Hau            = ranges("PfV2h11")
	Phags_Pa               = ranges("PRZ1g11")
	Phoenician             = ranges("PXR2K140")
	Psalter_Pahlavi        = ranges("PlR2A1831=61")
	Rejang                 = ranges("`YZ1S11<0")
	Runic                  = ranges("Pe5Z214:1")
	Samaritan              = ranges("PP2]113>1")
	Saurashtra             = ranges("PTZ1U219;1")
	Sharada                = ranges("P\\T2o21")
	Shavian                = ranges("`RQ2_11")
	Siddham                = ranges("P\\U2e113U11")
	SignWriting            = ranges("PPf3[D1@412>1")
	Sinhala                = ranges("Q\\3212A14G1281233151455141222161791321]oP2C1")
	Sogdian                = ranges("`iS2Y11")
	Sora_Sompeng           = ranges("`VT2H1891")
	Soyombo                = ranges("`bV2b21")
	Sundanese              = ranges("Pl6o11Q871")
	Syloti_Nagri           = ranges("PPZ1\\11")
	Syriac                 = ranges("Ph1=12k11321a8:1")
	Tagalog                = ranges("Ph5E1:0")
	Tagbanwa               = ranges("Pk5<1221211")
	Tai_Le                 = ranges("`Z6M1341")
	Tai_Tham               = ranges("Pa6n112L13:17917=1")
	Tai_Viet               = ranges("PdZ1R21I41")
	Takri                  = ranges("PdU2i11791")
	Tamil                  = ranges("Rl2112514212314112221441441114;1541421231377?D1VnT2a11>0")
	Tangsa                 = ranges("`cj2^21291")
	Tangut                 = ranges("Pok2P1P11fo519oG1Q@81")
	Telugu                 = ranges("PP3<12212F12?1381221231811221333121391881")
	Thaana                 = ranges("Pl1a11")
	Thai                   = ranges("Q`3i116K1")
	Tibetan                = ranges("Ph3W212S115V112S112>1261511")
	Tifinagh               = ranges("`Y;g11811?0")
	Tirhuta                = ranges("PTU2W21991")
	Toto                   = ranges("`dh3N1")
	Ugaritic               = ranges("PlP2M120")
	Vai                    = ranges("PXY1[91")
	Vithkuqi               = ranges("`[Q2:12>12612112:12>1261211")
	Wancho                 = ranges("Pfh3i1160")
	Warang_Citi            = ranges("PUV2b21=0")
	Yezidi                 = ranges("PdS2Y11221311")
	Yi                     = ranges("PPX1\\T114f11")
	Zanabazar_Square       = ranges("P`V2W21")
)

// Scripts holds these tables by name.
var Scripts = map[string]*RangeTable{
	"Adlam":                  Adlam,
	"Ahom":                   Ahom,
	"Anatolian_Hieroglyphs":  Anatolian_Hieroglyphs,
	"Arabic":                 Arabic,
	"Armenian":               Armenian,
	"Avestan":                Avestan,
	"Balinese":               Balinese,
	"Bamum":                  Bamum,
	"Bassa_Vah":              Bassa_Vah,
	"Batak":                  Batak,
	"Bengali":                Bengali,
	"Bhaiksuki":              Bhaiksuki,
	"Bopomofo":               Bopomofo,
	"Brahmi":                 Brahmi,
	"Braille":                Braille,
	"Buginese":               Buginese,
	"Buhid":                  Buhid,
	"Canadian_Aboriginal":    Canadian_Aboriginal,
	"Carian":                 Carian,
	"Caucasian_Albanian":     Caucasian_Albanian,
	"Chakma":                 Chakma,
	"Cham":                   Cham,
	"Cherokee":               Cherokee,
	"Chorasmian":             Chorasmian,
	"Common":                 Common,
	"Coptic":                 Coptic,
	"Cuneiform":              Cuneiform,
	"Cypriot":                Cypriot,
	"Cypro_Minoan":           Cypro_Minoan,
	"Cyrillic":               Cyrillic,
	"Deseret":                Deseret,
	"Devanagari":             Devanagari,
	"Dives_Akuru":            Dives_Akuru,
	"Dogra":                  Dogra,
	"Duployan":               Duployan,
	"Egyptian_Hieroglyphs":   Egyptian_Hieroglyphs,
	"Elbasan":                Elbasan,
	"Elymaic":                Elymaic,
	"Ethiopic":               Ethiopic,
	"Georgian":               Georgian,
	"Glagolitic":             Glagolitic,
	"Gothic":                 Gothic,
	"Grantha":                Grantha,
	"Greek":                  Greek,
	"Gujarati":               Gujarati,
	"Gunjala_Gondi":          Gunjala_Gondi,
	"Gurmukhi":               Gurmukhi,
	"Han":                    Han,
	"Hangul":                 Hangul,
	"Hanifi_Rohingya":        Hanifi_Rohingya,
	"Hanunoo":                Hanunoo,
	"Hatran":                 Hatran,
	"Hebrew":                 Hebrew,
	"Hiragana":               Hiragana,
	"Imperial_Aramaic":       Imperial_Aramaic,
	"Inherited":              Inherited,
	"Inscriptional_Pahlavi":  Inscriptional_Pahlavi,
	"Inscriptional_Parthian": Inscriptional_Parthian,
	"Javanese":               Javanese,
	"Kaithi":                 Kaithi,
	"Kannada":                Kannada,
	"Katakana":               Katakana,
	"Kawi":                   Kawi,
	"Kayah_Li":               Kayah_Li,
	"Kharoshthi":             Kharoshthi,
	"Khitan_Small_Script":    Khitan_Small_Script,
	"Khmer":                  Khmer,
	"Khojki":                 Khojki,
	"Khudawadi":              Khudawadi,
	"Lao":                    Lao,
	"Latin":                  Latin,
	"Lepcha":                 Lepcha,
	"Limbu":                  Limbu,
	"Linear_A":               Linear_A,
	"Linear_B":               Linear_B,
	"Lisu":                   Lisu,
	"Lycian":                 Lycian,
	"Lydian":                 Lydian,
	"Mahajani":               Mahajani,
	"Makasar":                Makasar,
	"Malayalam":              Malayalam,
	"Mandaic":                Mandaic,
	"Manichaean":             Manichaean,
	"Marchen":                Marchen,
	"Masaram_Gondi":          Masaram_Gondi,
	"Medefaidrin":            Medefaidrin,
	"Meetei_Mayek":           Meetei_Mayek,
	"Mende_Kikakui":          Mende_Kikakui,
	"Meroitic_Cursive":       Meroitic_Cursive,
	"Meroitic_Hieroglyphs":   Meroitic_Hieroglyphs,
	"Miao":                   Miao,
	"Modi":                   Modi,
	"Mongolian":              Mongolian,
	"Mro":                    Mro,
	"Multani":                Multani,
	"Myanmar":                Myanmar,
	"Nabataean":              Nabataean,
	"Nag_Mundari":            Nag_Mundari,
	"Nandinagari":            Nandinagari,
	"New_Tai_Lue":            New_Tai_Lue,
	"Newa":                   Newa,
	"Nko":                    Nko,
	"Nushu":                  Nushu,
	"Nyiakeng_Puachue_Hmong": Nyiakeng_Puachue_Hmong,
	"Ogham":                  Ogham,
	"Ol_Chiki":               Ol_Chiki,
	"Old_Hungarian":          Old_Hungarian,
	"Old_Italic":             Old_Italic,
	"Old_North_Arabian":      Old_North_Arabian,
	"Old_Permic":             Old_Permic,
	"Old_Persian":            Old_Persian,
	"Old_Sogdian":            Old_Sogdian,
	"Old_South_Arabian":      Old_South_Arabian,
	"Old_Turkic":             Old_Turkic,
	"Old_Uyghur":             Old_Uyghur,
	"Oriya":                  Oriya,
	"Osage":                  Osage,
	"Osmanya":                Osmanya,
	"Pahawh_Hmong":           Pahawh_Hmong,
	"Palmyrene":              Palmyrene,
	"Pau_Cin_Hau":            Pau_Cin_Hau,
	"Phags_Pa":               Phags_Pa,
	"Phoenician":             Phoenician,
	"Psalter_Pahlavi":        Psalter_Pahlavi,
	"Rejang":                 Rejang,
	"Runic":                  Runic,
	"Samaritan":              Samaritan,
	"Saurashtra":             Saurashtra,
	"Sharada":                Sharada,
	"Shavian":                Shavian,
	"Siddham":                Siddham,
	"SignWriting":            SignWriting,
	"Sinhala":                Sinhala,
	"Sogdian":                Sogdian,
	"Sora_Sompeng":           Sora_Sompeng,
	"Soyombo":                Soyombo,
	"Sundanese":              Sundanese,
	"Syloti_Nagri":           Syloti_Nagri,
	"Syriac":                 Syriac,
	"Tagalog":                Tagalog,
	"Tagbanwa":               Tagbanwa,
	"Tai_Le":                 Tai_Le,
	"Tai_Tham":               Tai_Tham,
	"Tai_Viet":               Tai_Viet,
	"Takri":                  Takri,
	"Tamil":                  Tamil,
	"Tangsa":                 Tangsa,
	"Tangut":                 Tangut,
	"Telugu":                 Telugu,
	"Thaana":                 Thaana,
	"Thai":                   Thai,
	"Tibetan":                Tibetan,
	"Tifinagh":               Tifinagh,
	"Tirhuta":                Tirhuta,
	"Toto":                   Toto,
	"Ugaritic":               Ugaritic,
	"Vai":                    Vai,
	"Vithkuqi":               Vithkuqi,
	"Wancho":                 Wancho,
	"Warang_Citi":            Warang_Citi,
	"Yezidi":                 Yezidi,
	"Yi":                     Yi,
	"Zanabazar_Square":       Zanabazar_Square,
}
