/** Traditional and simplified characters in turn; the common ones of service messages, not a dictionary. */
const pairs =
  '個个們们這这來来時时會会說说對对發发後后過过還还沒没無无為为與与於于從从東东車车馬马門门開开關关問问間间聞闻閱阅閃闪閉闭見见現现視视覺觉觀观親亲規规覽览記记許许該该請请誰谁讓让調调談谈論论證证識识訊讯' +
  '設设試试詐诈詞词話话認认語语誤误課课變变護护譯译讀读讚赞計计訂订討讨訓训註注評评訴诉診诊詢询詳详誇夸謊谎謝谢謠谣議议貝贝負负財财貨货販贩責责貴贵買买貸贷費费貼贴資资賞赏賠赔賣卖質质賬账賴赖賺赚購购贈赠' +
  '贊赞贏赢帳账幣币錢钱銀银錯错鎖锁鏡镜鏈链鍵键鐘钟針针銷销錄录鑽钻單单號号戶户電电碼码網网絡络線线級级紅红約约紀纪紙纸組组細细終终結结給给統统絕绝經经綁绑維维緊紧緩缓編编總总績绩繳缴繼继續续罰罚罵骂實实' +
  '審审寫写寬宽寶宝將将專专尋寻導导層层屬属歲岁師师帶带幫帮幹干幾几廣广廢废張张強强彈弹當当復复徵征惡恶愛爱態态慣惯應应懷怀戰战擇择擊击擔担據据擴扩擾扰敗败數数斷断暈晕暫暂書书條条業业極极構构樂乐標标樣样' +
  '機机檢检權权歡欢歷历歸归殺杀毀毁氣气決决沖冲況况淨净減减測测準准溫温滾滚滿满漲涨煩烦熱热營营燈灯燒烧爭争爾尔狀状獎奖獨独獲获產产畫画異异療疗盜盗盡尽監监禮礼離离種种稱称穩稳筆笔節节範范築筑簡简簽签籤签' +
  '納纳紹绍練练義义習习聯联聲声職职聽听腦脑腳脚臉脸臨临舉举舊旧藝艺華华萬万著着藍蓝藥药處处虛虚虧亏衛卫補补裝装裡里裏里製制複复褲裤觸触訪访豐丰輕轻載载較较輛辆輪轮輸输轉转辦办辭辞農农迴回運运進进違违遊游' +
  '達达遠远適适選选遺遗邊边郵邮醫医釋释採采長长陽阳陰阴隊队際际隨随險险隱隐雙双雜杂難难雲云靈灵靜静響响頁页項项順顺須须預预領领頭头頻频題题額额願愿類类顧顾顯显風风飛飞飯饭餘余館馆騙骗騷骚驗验驚惊髒脏體体' +
  '鮮鲜麼么黃黄點点黨党齡龄嗎吗嚇吓嚴严國国園园圓圆圖图團团執执場场塊块壓压壞坏夠够妝妆媽妈孫孙學学傳传債债傷伤僅仅償偿優优儲储兒儿內内兩两凍冻別别刪删則则剛刚創创劃划劇剧動动務务勝胜勞劳勢势勵励勸劝區区' +
  '協协卻却參参吳吴員员啟启奮奋娛娱憑凭懲惩掛挂換换揮挥損损搶抢撐撑擠挤擺摆擋挡臺台瀏浏灑洒確确稅税絲丝綜综綠绿膚肤蓋盖誣诬講讲遞递闆板駛驶係系';

const simplifiedOf = new Map<string, string>();
const characters = Array.from(pairs);
for (let i = 0; i + 1 < characters.length; i += 2) {
  const [traditional = '', simplified = ''] = [characters[i], characters[i + 1]];
  if (traditional !== simplified) simplifiedOf.set(traditional, simplified);
}
const simplifiedOnly = new Set(simplifiedOf.values());

/** The simplified form of a character, or the character itself. */
export function simplify(character: string): string {
  return simplifiedOf.get(character) ?? character;
}

export function isTraditional(character: string): boolean {
  return simplifiedOf.has(character);
}

export function isSimplified(character: string): boolean {
  return simplifiedOnly.has(character);
}
