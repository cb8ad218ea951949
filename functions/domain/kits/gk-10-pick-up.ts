import { ask, end, type Kit } from './kit.ts';
import { choice, orderNumber, orUnsure } from './slots.ts';

/** GK-10: service and fulfilment in one. Home pick-up of a return: nobody came, another time, no option, no number, money asked at the door. */
export const pickUp: Kit = {
  id: 'GK-10',
  intents: ['buyer.return.process', 'buyer.return.freight'],
  starts:
    /取件|上门|来(?:取|收)|揽收|(?:快递员|小哥).{0,6}(?:没|不|来|取)|pick[- ]?up|courier.{0,20}(?:come|came|show|turn|late)|waiting for the courier/,
  article: () => 'home-pickup-return',
  relies: { zh: ['取件码', '催取件'], en: ['pick-up code', 'Remind'] },
  reads: {
    pickUp: choice({
      nobody:
        /没(?:有)?人?(?:来|取|收|上门)|不来|没来|放鸽子|等(?:了)?(?:一天|半天|好久|几天)|超时|爽约|nobody (?:came|showed)|no one (?:came|showed)|did(?:n'?t| not) (?:come|show|turn)|never (?:came|showed)|no[- ]show|still waiting/,
      change:
        /改(?:约|时间|期|地址|天)|换(?:个|一?)?(?:时间|天|地址)|取消(?:取件|预约)?|不在家|reschedul|change (?:the )?(?:time|date|address)|another (?:time|day)|cancel/,
      money:
        /(?:要|收|乱收|多收).{0,4}(?:钱|费|\d)|收费|付钱|额外|超重|charged?|asked (?:me )?for money|extra (?:fee|money)|pay (?:him|at)/,
      number:
        /(?:没|无|不显示).{0,5}(?:单号|物流|记录|更新)|取走了?.{0,6}(?:没|不)|单号(?:没|不)|no (?:tracking|record|number)|number (?:is )?missing|took it (?:but|and)/,
      option:
        /没有?.{0,6}(?:选项|入口|按钮|上门取件)|找不到.{0,6}(?:取件|入口|预约)|不支持|预约不了|no (?:such )?(?:option|button)|can'?t (?:find|book)|not offered|怎么(?:约|预约|叫)|如何预约|how (?:do|can) i book/,
    }),
    order: orUnsure(orderNumber),
  },
  asks: {
    pickUp: {
      zh: [
        '上门取件遇到的是哪种情况？\n1. 到时间没人来\n2. 想改时间或取消\n3. 快递员要收钱\n4. 取走了没有单号或记录\n5. 不知道怎么约、没有入口',
        '选最接近的一个数字就行：1 没人来，2 改时间，3 收钱，4 没单号，5 没入口。',
      ],
      en: [
        'What happened with the pick-up?\n1. Nobody came\n2. Change or cancel it\n3. The courier asks for money\n4. Collected, but no number or record\n5. Cannot find how to book',
        'Please pick the nearest number: 1 nobody came, 2 change, 3 money, 4 no number, 5 no option.',
      ],
    },
    order: {
      zh: [
        '请把订单号发给我，我请同事同时联系快递和商家，为您保留售后时效。',
        '订单号在「订单详情」里，是一长串数字；找不到就回复「找不到」。',
      ],
      en: [
        'Please send the order number; a colleague contacts carrier and shop together and protects your after-sales period.',
        'It is the long number in the order details; reply "can’t find it" if you do not see it.',
      ],
    },
  },
  ends: {
    nobody: {
      label: '催取件',
      zh: '过了预约时段没人来：请在售后详情点「催取件/联系快递员」；仍没人来可以改约，或自行寄回，退货时限会顺延（以页面显示为准）。如果还是没人来，告诉我，我请同事联系快递和商家。',
      en: 'If the booked time has passed, tap "Remind / contact courier" in the after-sales details; then rebook or send it yourself, the deadline is extended as shown on the page. If still nobody comes, tell me and a colleague contacts carrier and shop.',
    },
    change: {
      label: '改约或取消',
      zh: '快递员上门前，都可以在售后详情里改时间或取消，再重新选时间段。上门时请当面核对取件码，并索要运单号。',
      en: 'Before the courier comes you can change or cancel it in the after-sales details and choose another time. At the door compare the pick-up code and ask for the tracking number.',
    },
    money: {
      label: '免费取件说明',
      zh: '页面显示「免费/先行垫付」的，不需要当面付钱，可以给快递员看页面；只有超出重量的部分可能要自付，请索要凭证。如果已经被收了钱或对方坚持要收，告诉我。',
      en: 'If the page says "Free / paid in advance" you pay nothing at the door: show the courier the page. Only overweight may cost extra; ask for a receipt. If you had to pay anyway, tell me.',
    },
    number: {
      label: '补填单号',
      zh: '单号会自动回填，一般2小时内显示；仍没有就请手动补填快递员给的运单号。取走了却一直没有记录，告诉我，由同事找快递核实。',
      en: 'The number is entered for you, mostly within 2 hours; if it is missing, add the courier’s number by hand. If there is still no record, tell me and a colleague checks with the carrier.',
    },
    option: {
      label: '预约入口',
      zh: '退货审核通过后，在售后详情点「上门取件」，核对地址、电话并选时间段就行。页面没有这个选项，说明当地或商品暂不支持，请自行寄回并保留底单。',
      en: 'Once the return is approved, tap "Home pick-up" in the after-sales details, check address and phone, choose a time. No such option means it is not offered for your place or goods: send it yourself and keep the slip.',
    },
    follow: {
      zh: '我请同事同时联系快递和商家跟进，并为您保留售后时效。',
      en: 'A colleague now follows up with carrier and shop together and protects your after-sales period.',
      person: {
        zh: '上门取件失败，需联系快递和商家',
        en: 'home pick-up failed: carrier and shop to be contacted',
      },
    },
  },
  next: ({ slots: { pickUp: trouble, order }, tried }) => {
    if (trouble === undefined) return ask('pickUp');
    if (!tried(String(trouble))) return end(String(trouble));
    return order === undefined ? ask('order') : end('follow');
  },
};
