package unicode

// Written by generators/unicode.

// Tables of the runes that have a property.
var (
	ASCII_Hex_Digit = ranges("`191851K51")
	Bidi_Control    = ranges("l`1b_6b_61KK131h131")
	Dash            = ranges("]1mZ1mZ1d1Rb3Rb3VP1ZP2ZP2141n1X1X1@W<W<UP333P1115MMo=DD`3a\\c1a\\c11V1V1;Z5Z5Pm30")
	Deprecated      = ranges("Y:ZY1ZY1TX222ZQ211VV251jE11gVgK0")
	Diacritic       = ranges("n222X2775331h?h?1m41271651B115::1n7n7131b6h1h11?12J1222122W471511W411511421T2J1l2:1k1:1S111o371Z191A" +
		"K1n1AA431M[2[2A_3_3A_3_3A`1`1111m1AA8h3h3_3AA_3AA^311Aj7m31412\\3\\3>41\\211L42511S221211o1a3a3211Y1115" +
		"41J612;;1RFRF111eM11d5:1:l:l:111j9713a1a11=13:1Y3@@W181g111[411Q251c2H1577321c1n11j2;1V1:1n=22111<21" +
		">21>21>11aW321n9k?k?141Z331P3c[Mc[M=112MM1c2c21??1P11W321^311[6LL1@1j131U1P3P3=U1U1f421R231d1U3U3131" +
		":21Q411aiCRHRH1>1_822`1^1^11T2T2mGPU1PU11412Y11281[I11lA51f>21W2:1b131Q6Z1Z1Y211i311o1]2]2:21Y311c51" +
		"1b2AAI61441^644l311l711o3g3g31d3d3^811S8115m4m4d2CCb2V=V=S8221b2b2`e5>1kd=41l161iR1@1a211oo?31261211" +
		"Rh7]113F1QA21451971361O31Sd3m11S661h;n1n1121Q_161^321221")
	Extender = ranges("g5i@i@1_K_Kj=kJkJaGP4P4TZ2i1i1TC_<_<U2Zl4Zl4\\141X311n221ghKg_1g_1SNGGZ4]3]3F11lSE0aP211kn2YCYC111`V1" +
		"ZUDZUD1mT1mT1122iZL11WP221")
	Hex_Digit            = ranges("`191851K51Zeo191851K51")
	Hyphen               = ranges("]1P4P4mV1lc4lc4ZP211V`3TGTGX[c1Z5Z5h20")
	IDS_Binary_Operator  = ranges("`o;11371")
	IDS_Trinary_Operator = ranges("bo;11")
	Ideographic          = ranges("VP<11J81?21VNo]61Q2o_D1QXF];13Y31[XMLL1fo519eV11[181XS9[<1UXCofY11Q1iQ417m613Qd51?`Y71PQ3m@1S_1Zj416" +
		"oR41")
	Join_Control            = ranges("\\P811")
	Logical_Order_Exception = ranges("Pb341l341ag2213kWT1kWT1133211")
	Noncharacter_Code_Point = ranges("`^o1O1_@11ooo111ooo111ooo111ooo111ooo111ooo111ooo111ooo111ooo111ooo111ooo111ooo111ooo111ooo111ooo111" +
		"ooo111")
	Other_Alphabetic = ranges("UJ[C[C1<1222122122Y2:1a1<1261AV3V31515313115T1T1O?1W3:1V311481221231X5;14617C1g1113>1211621;11N21k16" +
		"1311311;;;1NN111k1415113115OO144<21k171221211F11G21521k161311311:11;11Ol1l1131421221;Y1Y1131j1612212" +
		"21911<11N21k161221221911<11@==121k161221221;;;1NN111\\251222161C11n133151CT3T3351211AT5T51A1::12S11_3" +
		";1233121H31521221361431>;12;;121ec111O11O11O11S2B1m511S1g3g31:1581o641j1913C1[211<21b141a1>1m121O813" +
		"11j1:1c1B1a==1Rf1c11gW2O1eSN71S111S;99H41i211c1?12j1j1W141M;1^131a1;1V1T2T21<1=991^1^1111c1221113116" +
		"]1]11316^7^7161diC0hR241Wd121211631eH31T<11d:21f1=1^111<21^181:n1n1111U1;1C11j121a1<1?11m2813773n4n4" +
		"181H31k161311311;;;1b6b61;1221[3A1^761361N11c2>12[3[3191X3=1R8<1h751211311422_4613515MM181[141231C:1" +
		"_1=1h<71261d2E12=1k351422122111244S241211231m:31:112a1a1151421_PD221e11831n211]UCRk8Rk81512@13612112" +
		"41U3hU2hU2Yo1I17I17I1")
	Other_Default_Ignorable_Code_Point = ranges("_J``3``31db1db11`U2`U2oW4lac1lac1`281XPPJ221L1Q3o31a7_`31")
	Other_Grapheme_Extend              = ranges("n]2IIW;IIW3II[7CC1X3X3Ih3h3@fZ3fZ3gV1RQ4RQ41_kc1_kc110ol4IIi:==b7QLQLeQ^199131^e[Ho21")
	Other_ID_Continue                  = ranges("g5`F`FRo381Yc10")
	Other_ID_Start                     = ranges("UT611bT2FF]k311")
	Other_Lowercase                    = ranges("Z5@@f?81811O41Q3e1e1R\\3`Q3`Q31m11>S1S11S11bE>>A<1d6?1aJI1cl111o`N11c6R4R4111411SK31:0gPG331112Y11281" +
		"fSf1m11")
	Other_Math = ranges("n2bKbK1113KK1331QQ7QQ7L21<Q1Q1121I11?11R2<1544155131C55391244131744133122111251431641\\24133121121122" +
		"21313115115A13112221512771S9S9121Y5112IIBn=n=1==171641611311441?22351I11j122N31:11g:11P191d<E1P231Q1" +
		"11TSe1225d6d620RVe1d212V212113331331212;12221512P212313712612K12312412441512c:13H12H12N12H12N12H12N1" +
		"2H12N12H12713a11Q`5312J12112332912312227552421112112332821223312612312312221812@16212412@1")
	Other_Uppercase              = ranges("P[8?1WJI1QSc3I17I17I1")
	Pattern_Syntax               = ranges("Q1>1;61K312KK121S1612221421:54HHP1ih7ih71F19>13B1291b9_F1Q5eC1O[S11Q@o31R<215H1@^Xc1^Xc11V8V810")
	Pattern_White_Space          = ranges("941CU3U3Yl711I11")
	Prepended_Concatenation_Mark = ranges("P`151h6b1b1Q<11a20knQ2@@")
	Quotation_Mark               = ranges("R155T4@@mj771J11X`3Z>Z>121>21Rac131n555k211")
	Radical                      = ranges("Pd;I12h21=e61")
	Regional_Indicator           = ranges("V_l3I1")
	STerm                        = ranges("Q1==AZZ1ZZ1d421e5\\1\\1111g7n1n12441V9V91Ug1Ug11gHgH511VHW6W61]6]66k9k91S;S;121_511311N11m511R211mM11:" +
		"21U_3>>G11^=mWMmWM_811T744o;11g211P3i4i41d4d4111a411j7WcDWcD411Z5==AR2R2eg211nW141]131n511f331P421R4" +
		"117AA1i2i21221]3]3R=11f;116>1Z311j721V@22l711h211U=11eE11[211ZiB11V4R2R21<<dJW`CW`CY_70")
	Sentence_Terminal = ranges("Q1==AZZ1ZZ1d421e5\\1\\1111g7n1n12441V9V91Ug1Ug11gHgH511VHW6W61]6]66k9k91S;S;121_511311N11m511R211mM11:" +
		"21U_3>>G11^=mWMmWM_811T744o;11g211P3i4i41d4d4111a411j7WcDWcD411Z5==AR2R2eg211nW141]131n511f331P421R4" +
		"117AA1i2i21221]3]3R=11f;116>1Z311j721V@22l711h211U=11eE11[211ZiB11V4R2R21<<dJW`CW`CY_70")
	Soft_Dotted = ranges("Y311U6j8j8Oe1e1EQ:Q:S322ZX6d1d1>44U4n4n4V=g6g61ci2ci2VmY311c111c111c111c111c111c111c111c111c111c111c" +
		"111c111WT2b9b91KK")
	Terminal_Punctuation = ranges("Q1;;2<<144oI99R@j1j1Y2??221e5\\1\\11912\\7\\71g1g11=1P1V8V81eW1eW11]5]5551h911fH71VHm3m3111X211n4214X1X1" +
		"121311k911S;31_511221N11m541o111mM11:21U_3>>5;;211411]=11lWM11^821T741o;11g211P3h4h4111d421P4AA1j7j7" +
		"UcD21231Z5;;2<<144R233kQ1a1a1WT1X6X6g911i451U251j231iM41]131n561a331P421R4117AA1i2i2131]3R=R=111=11W" +
		";314>1Z311j721V@22l711h211511o<21^1VDVD1[2[21\\Y1\\Y1131j_A11V4R2R2111;cJcJ1W`CW`CX_731")
	Unified_Ideograph  = ranges("PP=o]61Q2o_D1_`F112221;;222133111g^Q2ofY11Q1iQ417m613Qd51?`Y71PQ5Zj416oR41")
	Variation_Selector = ranges("[P6212a_i1a_i11>1agPJ_71")
	White_Space        = ranges("941CU3U3KP_5P_5P\\2:1N116`1`1Qm30")
)

// Properties holds these tables by name.
var Properties = map[string]*RangeTable{
	"ASCII_Hex_Digit":                    ASCII_Hex_Digit,
	"Bidi_Control":                       Bidi_Control,
	"Dash":                               Dash,
	"Deprecated":                         Deprecated,
	"Diacritic":                          Diacritic,
	"Extender":                           Extender,
	"Hex_Digit":                          Hex_Digit,
	"Hyphen":                             Hyphen,
	"IDS_Binary_Operator":                IDS_Binary_Operator,
	"IDS_Trinary_Operator":               IDS_Trinary_Operator,
	"Ideographic":                        Ideographic,
	"Join_Control":                       Join_Control,
	"Logical_Order_Exception":            Logical_Order_Exception,
	"Noncharacter_Code_Point":            Noncharacter_Code_Point,
	"Other_Alphabetic":                   Other_Alphabetic,
	"Other_Default_Ignorable_Code_Point": Other_Default_Ignorable_Code_Point,
	"Other_Grapheme_Extend":              Other_Grapheme_Extend,
	"Other_ID_Continue":                  Other_ID_Continue,
	"Other_ID_Start":                     Other_ID_Start,
	"Other_Lowercase":                    Other_Lowercase,
	"Other_Math":                         Other_Math,
	"Other_Uppercase":                    Other_Uppercase,
	"Pattern_Syntax":                     Pattern_Syntax,
	"Pattern_White_Space":                Pattern_White_Space,
	"Prepended_Concatenation_Mark":       Prepended_Concatenation_Mark,
	"Quotation_Mark":                     Quotation_Mark,
	"Radical":                            Radical,
	"Regional_Indicator":                 Regional_Indicator,
	"STerm":                              STerm,
	"Sentence_Terminal":                  Sentence_Terminal,
	"Soft_Dotted":                        Soft_Dotted,
	"Terminal_Punctuation":               Terminal_Punctuation,
	"Unified_Ideograph":                  Unified_Ideograph,
	"Variation_Selector":                 Variation_Selector,
	"White_Space":                        White_Space,
}
